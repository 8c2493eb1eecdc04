import { Client } from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { addOverride } from "@/lib/testing/add-override";
import { readRefusals } from "@/lib/testing/postgres/citus-refusals";
import { connectToNamespace } from "@/lib/testing/postgres/connect-to-namespace";
import { readPlanShape } from "@/lib/testing/postgres/plan-shape";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { testHashTombstone } from "@/lib/testing/test-hash-tombstone";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { readLargeCases } from "../cases/case-input";
import { readCaseReach, readPlacedTraces } from "../cases/case-reach";
import { caseVisibility } from "../cases/case-scope";
import { readCase } from "../cases/read-case";
import { readCaseKey } from "../cases/list-case-rows";
import { readDataHealth } from "../data-health";
import { readCaseDecisions } from "../decisions/case-decisions";
import { addReview, readDetachedReviews, readReviews } from "../decisions/disclosure-reviews";
import { putLabel, readCaseLabels, readEvaluatorLabels } from "../decisions/labels";
import {
  addSample,
  countForSecond,
  findSampled,
  readSample,
  readTallies,
} from "../decisions/review-samples";
import { eraseCustomer } from "../erasure/erase-data";
import { purgeBefore } from "../erasure/purge";
import { sweepRemoved } from "../erasure/sweep";
import type { Database } from "../port";
import { enqueue, noteFailure, readQueue } from "../queue";
import { countBatchCases, isBatchWaiting } from "../spans/batch-cases";
import { listTraceIds } from "../spans/export-rows";
import { noteOversized } from "../spans/oversized-groups";
import { readPromptTexts } from "../spans/prompt-texts";
import { readForeignRoles, readWordlessSpans } from "../spans/wordless-spans";

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
  "all: spans: SELECT i.case_id FROM identities i JOIN spans s ON s.identit",
  "all: spans: SELECT count(*) AS count FROM identities i JOIN spans s ON s",
  "all: spans: UPDATE spans SET identity = $1 WHERE id IN (SELECT CAST(valu",
  "all: trace_sessions: SELECT 1 FROM trace_sessions WHERE session = $1 AND trace <>",
  "all: trace_sessions: SELECT trace FROM trace_sessions WHERE session = $1",
  "all: traces: SELECT id FROM traces WHERE trace_id = $1",
];

/** Of what goes, each machine is asked for the rows that it has: by age, by key, or by whether nothing is left of them. */
const removingAsksAll = [
  "all: cases messages: SELECT DISTINCT m.content FROM cases c JOIN messages m ON m.",
  'all: cases messages: SELECT case_id AS "caseId", touchpoints AS "all", (SELECT co',
  "all: cases: SELECT DISTINCT customer_id AS id FROM cases WHERE customer_",
  'all: cases: SELECT case_id AS "caseId" FROM case_records WHERE body ->> ',
  "all: customer_changes: DELETE FROM customer_changes WHERE customer_id IN (SELECT va",
  "all: customer_changes: SELECT DISTINCT customer_id AS id FROM customer_changes WHER",
  "all: interactions: SELECT count(*) AS count FROM interactions WHERE is_touchpoi",
  "all: messages: SELECT DISTINCT content FROM messages",
  "all: sealed_originals: DELETE FROM sealed_originals WHERE span IN (SELECT CAST(valu",
  "all: span_findings: DELETE FROM span_findings WHERE span IN (SELECT CAST(value A",
  "all: span_pii: DELETE FROM span_pii WHERE span IN (SELECT CAST(value AS big",
  "all: spans trace_findings: DELETE FROM trace_findings AS f WHERE NOT EXISTS (SELECT 1 F",
  "all: spans trace_sessions traces: DELETE FROM traces AS t WHERE NOT EXISTS (SELECT 1 FROM span",
  'all: spans traces: SELECT t.trace_id AS "traceId" FROM traces t WHERE t.id IN (',
  "all: spans: DELETE FROM spans WHERE id IN (SELECT CAST(value AS bigint) ",
  "all: spans: SELECT DISTINCT c.value ->> '$.value' FROM spans s JOIN decl",
  "all: spans: SELECT DISTINCT i.case_id FROM identities i JOIN spans s ON ",
  "all: spans: SELECT DISTINCT s.trace FROM identities i JOIN spans s ON s.",
  "all: spans: SELECT DISTINCT s.trace FROM identities i JOIN spans s ON s.",
  "all: spans: SELECT DISTINCT s.trace FROM queue q JOIN spans s ON s.trace",
  "all: spans: SELECT DISTINCT s.trace FROM queue q JOIN spans s ON s.trace",
  "all: spans: SELECT DISTINCT trace FROM spans WHERE id IN (SELECT CAST(va",
  "all: spans: SELECT count(*) AS count FROM spans WHERE start_us < $1 AND ",
  "all: spans: SELECT i.case_id FROM spans s JOIN identities i ON i.id = s.",
  "all: spans: SELECT DISTINCT identity FROM spans WHERE identity IN (SELEC",
  "all: spans: SELECT id FROM identities WHERE id NOT IN (SELECT identity F",
  "all: spans: SELECT id FROM spans WHERE start_us < $1",
  "all: spans: SELECT id FROM spans WHERE trace IN (SELECT CAST(value AS bi",
  "all: spans: SELECT s.id FROM cohort_items o JOIN replays r ON r.item = o",
  "all: trace_sessions: SELECT DISTINCT facts FROM trace_sessions WHERE session = $1",
  'all: traces: SELECT trace_id AS "traceId" FROM traces WHERE id IN (SELECT',
];

/** What pages ask beside the case itself; of what people decide there is one of each. */
async function readPages(db: Database, caseId: string): Promise<void> {
  const [traceId = ""] = await listTraceIds(db);
  const [placed] = await readPlacedTraces(db, [traceId]);
  const spanId = placed?.spans[0]?.spanId ?? "";
  const finding = { anchor: `${traceId}/${spanId}`, rule: "ours", version: 1, caseId } as const;
  const review = { ...finding, status: "given", decision: "confirmed", reason: "" } as const;
  await addReview(db, { ...review, actor: "ann", atUs: 1 });
  const drawn = { ...finding, part: "random", status: "given", channel: "chat", atUs: 1 } as const;
  const items = [{ ...drawn, isSecond: true }];
  const sample = { seed: 1, filter: "", population: 1, items };
  const id = await addSample(db, sample, { drawnUs: 1, drawnBy: "ann" });
  const label = { actor: "ann", caseId, evaluator: "tone", version: 1, reason: "" } as const;
  const anchor = { kind: "span", span: finding.anchor } as const;
  const answer = {
    said: { says: "", value: 1 },
    answer: { kind: "right" },
    evidenceHash: "",
  } as const;
  await putLabel(db, { ...label, ...answer, anchor }, 1);
  await addOverride(db, { kind: "merge", fromCaseId: caseId, toCaseId: "T-1001" }, 1);
  await addOverride(db, { kind: "reassign", traceId, spanId: null, toCaseId: caseId }, 1);
  await db.write(async (connection) => {
    await noteOversized(connection, "session", "s", true);
    await noteOversized(connection, "customer", "u", true);
    await enqueue(connection, "trace", ["1"], { revision: 1, nowUs: 1 });
  });
  const [entry = { key: "", revision: 0 }] = await readQueue(db, "trace", 1);
  await noteFailure(db, "trace", entry, "unavailable");
  await readReviews(db, finding, "bob");
  await readDetachedReviews(db, 1, "bob");
  await readTallies(db, 1, "bob");
  await readSample(db, id, "bob");
  await countForSecond(db, 1, "bob");
  await findSampled(db, finding);
  await readCaseLabels(db, null, caseId);
  await readEvaluatorLabels(db, null, "tone");
  await readCaseDecisions(db, null, caseId);
  const calendar = { dayOf: () => 0, startOf: () => 0 };
  await readDataHealth(db, { days: 1, rateDays: 1, nowUs: Number.MAX_SAFE_INTEGER, calendar });
  await countBatchCases(db, [1]);
  await isBatchWaiting(db, 1);
  await caseVisibility(db, null, caseId);
  await readCaseReach(db, caseId);
  const keys = [(await readCaseKey(db, caseId)) ?? 0];
  for (const kind of ["prompt", "release"] as const)
    await readPromptTexts(db, keys, { kind, name: "" });
  for (const of of [{}, { caseId }, { batches: [1] }]) {
    await readWordlessSpans(db, 1, of);
    await readForeignRoles(db, 1, of);
  }
}

/** Statements on tables; the others begin and end transactions. */
const isOnTables = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/u;

it("asks nothing that Citus refuses, and keeps what is ingested, derived, shown, erased and purged of a case on one machine, but for what is named here", async () => {
  const statements = new Set<string>();
  /** Those of them that only pages ask. */
  const ofPages = new Set<string>();
  await withTestWorkspace(async ({ db, ...workspace }) => {
    const query = vi.spyOn(Client.prototype, "query");
    const gather = (into: Set<string>) => {
      for (const [given] of query.mock.calls as unknown as [string | { readonly text: string }][]) {
        const text = typeof given === "string" ? given : given.text;
        if (isOnTables.test(text) && !text.includes("pg_advisory")) into.add(text);
      }
      query.mockClear();
    };
    await workspace.ingestRequests(syntheticExport(33, 20).requests);
    const [caseId = ""] = await workspace.derive();
    await readLargeCases(db, [caseId], 1);
    const customerId = (await readCase(db, caseId))?.derived.customerId ?? "";
    gather(statements);
    await readPages(db, caseId);
    gather(ofPages);
    const request = { customerId, hashTombstone: testHashTombstone, nowUs: 0 };
    expect((await eraseCustomer(db, request)).spans).toBeGreaterThan(0);
    await workspace.derive();
    await purgeBefore(db, Number.MAX_SAFE_INTEGER, 0);
    await workspace.derive();
    await sweepRemoved(db);
    gather(statements);
    query.mockRestore();
    const client = await connectToNamespace(db.path);
    const found: string[] = [];
    const refused: string[] = [];
    const beginOf = (sql: string) => sql.replaceAll(/\s+/gu, " ").slice(0, 60);
    for (const sql of new Set([...statements, ...ofPages])) {
      const refusals = [...(await readRefusals(client, sql))].sort();
      if (refusals.length > 0) refused.push(`${refusals.join(" ")}: ${beginOf(sql)}`);
    }
    for (const sql of statements) {
      const { shape, tables } = await readPlanShape(client, sql);
      const begin = beginOf(sql);
      if (shape !== "one") found.push(`${shape}: ${tables.join(" ")}: ${begin}`);
    }
    await client.end();
    expect(refused).toEqual([]);
    expect(statements.size).toBeGreaterThan(100);
    expect(found.sort()).toEqual([...asksAll, ...removingAsksAll].sort());
  });
});
