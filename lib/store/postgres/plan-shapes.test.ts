import { Client } from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { readPlanShape } from "@/lib/testing/postgres/plan-shape";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { readCase } from "../cases/read-case";

afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * Each machine is asked for the few rows that it has of a case, customer, session or trace by its id from outside. One
 * looks for the next cases of a new version to enqueue. None lets rows of one machine meet those of another.
 */
const asksAll = [
  'all: cases interactions: SELECT i.case_key AS key, i.ordinal, i.start_us AS "startUs"',
  "all: cases: SELECT 1 FROM cases WHERE customer_id = $1 LIMIT 1 OFFSET $2",
  'all: cases: SELECT id AS key, case_id AS "caseId", last_contact_us AS "l',
  "all: cases: SELECT id, case_id, customer_id, case_type, intent, risk, re",
  'all: cases: SELECT id, customer_id AS "customerId" FROM cases WHERE case',
  "all: cases: SELECT max(id) AS id FROM (SELECT id FROM cases WHERE id > $",
  "all: cases: UPDATE cases SET repeat_us = $1, repeat_case_id = $2, change",
  "all: spans: SELECT count(*) AS count FROM identities i JOIN spans s ON s",
  "all: spans: UPDATE spans SET identity = $1 WHERE id IN (SELECT CAST(valu",
  "all: trace_sessions: SELECT trace FROM trace_sessions WHERE session = $1",
  "all: traces: SELECT id FROM traces WHERE trace_id = $1",
];

/** Statements on tables; the others begin and end transactions. */
const isOnTables = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/u;

it("keeps what is ingested, derived and shown of a case on one machine, but for what is named here", async () => {
  const statements = new Set<string>();
  await withTestWorkspace(async ({ db, ...workspace }) => {
    const query = vi.spyOn(Client.prototype, "query");
    await workspace.ingestRequests(syntheticExport(33, 20).requests);
    const [caseId = ""] = await workspace.derive();
    await readCase(db, caseId);
    for (const [given] of query.mock.calls as unknown as [string | { readonly text: string }][]) {
      const text = typeof given === "string" ? given : given.text;
      if (isOnTables.test(text) && !text.includes("pg_advisory")) statements.add(text);
    }
    query.mockRestore();
    const url = new URL(db.path);
    const namespace = url.searchParams.get("namespace") ?? "";
    url.searchParams.delete("namespace");
    const client = new Client(url.href);
    await client.connect();
    await client.query(`SET search_path TO ${namespace}, throughline_functions`);
    const found: string[] = [];
    for (const sql of statements) {
      const { shape, tables } = await readPlanShape(client, sql);
      const begin = sql.replaceAll(/\s+/gu, " ").slice(0, 60);
      if (shape !== "one") found.push(`${shape}: ${tables.join(" ")}: ${begin}`);
    }
    await client.end();
    expect(statements.size).toBeGreaterThan(60);
    expect(found.sort()).toEqual(asksAll);
  });
});
