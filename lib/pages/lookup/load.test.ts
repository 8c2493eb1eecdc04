import { beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { loadLookup } from "./load";

/** A case of the demo with ids of its own: a contact's, a trace's, a span's, and names. */
type Sample = {
  readonly case_id: string;
  readonly region: string;
  readonly interaction: string;
  readonly ordinal: number;
  readonly trace_id: string;
  readonly span_id: string;
  readonly model: string;
  readonly tool: string;
};

let seen: SeenWorkspace;
let sample: Sample;

beforeAll(async () => {
  ({ seen } = await demoWorkspace());
  const connection = connect(seen.path, "reader");
  const sql = `SELECT c.case_id, c.region, i.ordinal, i.body ->> '$.interactionId' AS interaction,
      t.trace_id, s.span_id, s.model,
      (SELECT o.tool_name FROM spans o JOIN identities p ON p.id = o.identity
        WHERE p.case_id = c.case_id AND o.tool_name IS NOT NULL LIMIT 1) AS tool
    FROM cases c JOIN interactions i ON i.case_key = c.id JOIN identities d ON d.case_id = c.case_id
      JOIN spans s ON s.identity = d.id JOIN traces t ON t.id = s.trace
    WHERE s.model LIKE '%-%' AND tool LIKE '%\\_%' ESCAPE '\\' AND i.ordinal = 1
      AND interaction LIKE '%-%' AND c.region IS NOT NULL ORDER BY c.id LIMIT 1`;
  const found = connection.prepare<[], Sample>(sql).get();
  connection.close();
  if (found === undefined) throw new Error("The demo has no such case.");
  sample = found;
});

/** An id in capitals, without dashes, and with those of a UUID. */
function otherSpellings(id: string): readonly string[] {
  const bare = id.replaceAll("-", "");
  const uuid = bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
  return [id, ` ${id} `, id.toUpperCase(), bare, uuid];
}

describe("an id opens what it is, in any spelling", () => {
  it("a trace", async () => {
    for (const id of otherSpellings(sample.trace_id)) {
      expect(await loadLookup(seen, id), id).toBe(`/traces/${sample.trace_id}`);
    }
  });

  it("a span, in its trace", async () => {
    for (const id of [sample.span_id, sample.span_id.toUpperCase()]) {
      const address = await loadLookup(seen, id);
      expect(address, id).toBe(`/traces/${sample.trace_id}?span=${sample.span_id}`);
    }
  });

  it("a case", async () => {
    for (const id of otherSpellings(sample.case_id)) {
      expect(await loadLookup(seen, id), id).toBe(`/cases/${sample.case_id}`);
    }
  });

  it("a contact, at its place in the case", async () => {
    for (const id of otherSpellings(sample.interaction)) {
      const item = `c${String(sample.ordinal)}`;
      expect(await loadLookup(seen, id), id).toBe(`/cases/${sample.case_id}?item=${item}`);
    }
  });

  it("nothing that is outside the viewer's scope, or not there", async () => {
    const scope = { regions: ["nowhere"], teams: [] };
    const { case_id, interaction, trace_id, span_id } = sample;
    for (const id of [case_id, interaction, trace_id, span_id]) {
      expect(await loadLookup({ ...seen, scope }, id), id).toBeNull();
    }
    for (const id of ["", "no-such-id", "f".repeat(32), "f".repeat(16), "x".repeat(400)]) {
      expect(await loadLookup(seen, id)).toBeNull();
    }
  });
});

describe("the search of Cases", () => {
  const search = async (text: string) => {
    const { rows, total } = await loadCasesPage(seen, { ...everyCase, text }, demoSeed.endUs);
    return { total, ids: rows.map(({ caseId }) => caseId) };
  };

  it("finds a case by the ids of its traces, spans and contacts, in any spelling", async () => {
    const { case_id, interaction, trace_id, span_id } = sample;
    const ids = [interaction, trace_id].flatMap(otherSpellings);
    for (const id of [...ids, trace_id.slice(0, 12), span_id, span_id.toUpperCase()]) {
      expect(await search(id), id).toEqual({ total: 1, ids: [case_id] });
    }
  });

  it("finds all cases with a tool, a model or a prompt by its whole name, in any spelling", async () => {
    const connection = connect(seen.path, "reader");
    const sql = `SELECT count(DISTINCT m.case_key) FROM messages m
      WHERE m.body ->> '$.tool.name' = ? OR m.body ->> '$.model' = ?`;
    for (const name of [sample.tool, sample.model]) {
      const called = connection.prepare<[string, string], number>(sql).pluck().get(name, name);
      const bare = name.replaceAll(/[-_.]/gu, "");
      for (const other of [bare, bare.toUpperCase()]) {
        expect((await search(other)).total, other).toBe(called);
      }
      // With separators its words may have been said as well.
      for (const other of [name, name.toUpperCase(), name.replaceAll("_", "-")]) {
        expect((await search(other)).total, other).toBeGreaterThanOrEqual(called ?? Infinity);
      }
    }
    connection.close();
  });

  it("keeps the words of names out of what was said", async () => {
    expect((await search(`${sample.tool.replaceAll("_", "")}x`)).total).toBe(0);
    const connection = connect(seen.path, "reader");
    const sql = "SELECT count(*) FROM case_search WHERE case_search MATCH ?";
    const [word = ""] = sample.tool.split("_");
    const indexed = connection.prepare<[string], number>(sql).pluck().get(`"${word}"`);
    connection.close();
    expect((await search(`"${word}"`)).total).toBe(indexed);
  });
});
