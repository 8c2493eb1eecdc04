import BetterSqlite3 from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { derivedCase } from "@/lib/testing/derived-case";
import { enqueueOutdated, storeCases } from "@/lib/testing/memory-store";
import { storableSpan } from "@/lib/testing/spans/storable-span";
import { caseRow } from "@/lib/analytics/rows/case-row";
import { noFindings } from "@/lib/analytics/rows/case-findings";
import { noKnowledge } from "@/lib/domain/case/case-knowledge";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { openBatch } from "./spans/batches";
import { followCaseChanges, sumCaseChanges } from "./cases/case-changes";
import { newestClosing, newestContact } from "./cases/newest-instant";
import { listCaseKeys } from "./cases/list-case-keys";
import { listCaseRows, readCaseId, readCaseKey } from "./cases/list-case-rows";
import {
  findCase,
  findContacts,
  findSessionCases,
  findSpan,
  findTrace,
  matchNames,
} from "./search/find-ids";
import { matchIds, readSpokenTexts } from "./search/match-cases";
import { findNearWords } from "./search/near-words";
import { readModelErrors } from "./spans/model-errors";
import { countWords, keepWord, matchWords, type KnownWords } from "./search/match-words";
import { readCaseInput, readLargeCases } from "./cases/case-input";
import { readCustomerToLink, writeCustomerLinks } from "./cases/customer-links";
import type { Connection, Database } from "./port";
import { createConnection } from "./sqlite-connection";
import { createWordIndex } from "./sqlite-words";
import { addSample, countForSecond, readSample, readTallies } from "./decisions/review-samples";
import { addOverride } from "@/lib/testing/add-override";
import { readCaseDecisions, readDecision } from "./decisions/case-decisions";
import { isCaseWaiting, readCaseReach } from "./cases/case-reach";
import { caseVisibility } from "./cases/case-scope";
import { hasSpans } from "./cases/counts";
import { readDataHealth } from "./data-health";
import { readSettings, writeCaseRecords } from "./decisions/decisions";
import { readSpanReadings } from "./spans/export-rows";
import { readRecordMerge } from "./cases/merges";
import { readNoteFacts, readNotes } from "./decisions/notes";
import { leaveToSlowLane, readQueue } from "./queue";
import { readBatches } from "./spans/read-batches";
import {
  readCase,
  readCaseRevision,
  readCaseOutline,
  readCaseInSearch,
  readMessagesAt,
} from "./cases/read-case";
import { readCustomer } from "./cases/read-customer";
import { readEvaluatorVersions } from "./decisions/read-evaluator-versions";
import { readTrace } from "./spans/read-trace";
import { readAllAttention, readAttention } from "./decisions/attention";
import { readChangedSince, readSequence } from "./cases/changed-since";
import { readCaseEnds, readCaseRevisions } from "./cases/last-words";
import { readAcknowledgements } from "./decisions/acknowledgements";
import { readVerdicts } from "./cases/verdicts";
import { readHighestVersions, readRuleVersions } from "./decisions/rule-versions";
import { readPersonaApprovals } from "./decisions/approved-personas";
import { readAnnotationFacts, readAnnotations } from "./decisions/annotations";
import { testHashTombstone } from "@/lib/testing/test-hash-tombstone";
import { readDefaultViews, readSavedView, readSavedViews } from "./decisions/saved-views";
import { readScopeNames } from "./decisions/scope-names";
import {
  readCaseTypes,
  readUnassignedSources,
  readUnknownChannelSources,
} from "./spans/settings-sources";
import {
  countEarlyChildren,
  readTraceDeclarations,
  readTraceSpans,
  writeTraceIdentities,
} from "./spans/trace-identities";
import { readHandedDown, type SessionRules } from "./spans/session-facts";
import { writeCases } from "./cases/write-case";
import { writeSpans } from "./spans/write-spans";

const utcDayUs = 86_400_000_000;
const calendar = {
  dayOf: (instantUs: number) => Math.floor(instantUs / utcDayUs),
  startOf: (day: number) => day * utcDayUs,
};

/** Every statement that ran, with the plan SQLite has for it. */
const plans = new Map<string, readonly string[]>();
/** Those of them that only pages read. */
const pagePlans = new Map<string, readonly string[]>();
const stamp = { mergeRevision: 0, nowUs: 1 };
/** Reads all traces of a session, and enqueues them, whatever they say. */
const rules: SessionRules = { membersMax: 10, condense: () => "", areAlike: () => false };

beforeAll(async () => {
  const db = spyingDatabase();
  const span = storableSpan({
    input: "words",
    declared: { caseId: [{ value: "C-1", from: "span" }] },
  });
  const batch = await openBatch(db, "a", 1);
  await writeSpans(db, [span], {
    batch,
    nowUs: 1,
    hashTombstone: testHashTombstone,
    maskAnswer: (answer: string) => answer,
  });
  const [entry] = await readQueue(db, "trace", 1);
  if (entry === undefined) throw new Error("No trace was enqueued.");
  await readTraceDeclarations(db, 1);
  await readTraceSpans(db, 1);
  await countEarlyChildren(db, 1, 1);
  await readHandedDown(db, 1, new Map([["s", "{}"]]), rules);
  await writeTraceIdentities(
    db,
    [
      {
        entry,
        identities: { by: "declaration", of: new Map([[1, {}]]) },
        sessions: { stated: new Map([["s", "{}"]]), handedDown: new Map([["s", null]]) },
        findings: [],
      },
    ],
    stamp,
    rules,
  );
  await writeCaseRecords(db, [], 1, 1, testHashTombstone);
  await readRecordMerge(db, "C-1");
  await readCaseInput(db, "C-1");
  await readLargeCases(db, ["C-1"], 1);
  await leaveToSlowLane(db, "case", ["C-1"]);
  await addOverride(db, { kind: "reassign", traceId: "t", spanId: null, toCaseId: "C" }, 1);
  const derived = derivedCase();
  const row = caseRow(derived, defaultSettings, noFindings);
  const rows = {
    ...{ derived, row, knowledge: noKnowledge },
    derivedWith: "v",
    contentOf: () => undefined,
  };
  await writeCases(db, [{ entry: { key: "C-1", revision: 0 }, rows }], stamp);
  await readCase(db, "C-1");
  await readCustomerToLink(db, "u-1", 10, ({ readContact }) => readContact(1, 0));
  for (const links of ["none", "none", new Map<string, never>()] as const) {
    const entry = await enqueueOutdated(db, "customer", "u-1");
    await writeCustomerLinks(db, [{ entry, links, disclosures: [] }], 1);
  }
  await readSpanReadings(db, "t", "", 1);
  await readCustomer(db, null, "u-1", 1);
  await readTrace(db, span.traceId, () => span.spanId, 1);
  await readBatches(db, { page: 1, pageSize: 1, batch: 1, rejectsMax: 1 });
  await followCaseChanges(db)(10);
  await sumCaseChanges(db, 1);
  await newestContact(db, 1);
  await newestClosing(db, 1);
  await listCaseKeys(db, null, 10);
  await listCaseRows(db, [1]);
  await readCaseKey(db, "C-1");
  await readCaseId(db, 1);
  await readCaseOutline(db, "C-1");
  await readMessagesAt(db, 1, [0]);
  await readWords(db);
  await readSpokenTexts(db, 1);
  await matchIds(db, "C-");
  await findNearWords(db, "wrods");
  await readCaseInSearch(db, "C-1", 1, () => false);
  await readModelErrors(db, "C-1", 1);
  for (const find of [findTrace, findSpan, findCase, findContacts, findSessionCases, matchNames]) {
    await find(db, "0123456789abcdef");
  }
  const before = new Set(plans.keys());
  await readPages(db);
  for (const [sql, plan] of plans) if (!before.has(sql)) pagePlans.set(sql, plan);
  for (const sql of pagePlans.keys()) plans.delete(sql);
});

/** Words that are known, that were known before a case changed, and that are not known. */
async function readWords(db: Database): Promise<void> {
  const known: KnownWords = new Map();
  await countWords(db, "", 1);
  await keepWord(db, known, "words");
  await storeCases(db, [derivedCase({ caseId: "C-2" })]);
  await matchWords(db, known, { words: ["words", "others"], isUnfinished: false }, 2);
  await matchWords(db, known, { words: ["wo"], isUnfinished: true }, 2);
}

/** What the pages read beside the rows themselves. */
async function readPages(db: Database): Promise<void> {
  await readCaseRevision(db, "C-1");
  await readCaseReach(db, "C-1");
  await isCaseWaiting(db, "C-1");
  await readCaseDecisions(db, null, "C-1");
  await readNotes(db, null, "C-1");
  await readDecision(db, 1);
  await readNoteFacts(db, 1);
  await caseVisibility(db, null, "C-1");
  await readSavedViews(db, "/cases", "ann");
  await readSavedView(db, 1);
  await readDefaultViews(db, "cx");
  await readAnnotations(db, 0, 1);
  await readAnnotationFacts(db, 1);
  await readSequence(db);
  await readChangedSince(db, 0);
  await readAttention(db, "C-1");
  await readAllAttention(db);
  await readCaseEnds(db, [1]);
  await readCaseRevisions(db, [1]);
  await readAcknowledgements(db);
  await readPersonaApprovals(db);
  await readHighestVersions(db);
  await readRuleVersions(db, "our-rule");
  await addSample(
    db,
    { seed: 1, filter: "", population: 0, items: [] },
    { drawnUs: 1, drawnBy: "ann" },
  );
  await readSample(db, 1, "ann");
  await readTallies(db, 20, "ann");
  await countForSecond(db, 20, "ann");
  await readVerdicts(db, "C-1");
  await readEvaluatorVersions(db);
  await readSettings(db);
  await readDataHealth(db, { days: 1, rateDays: 1, nowUs: 1, calendar });
  await hasSpans(db);
  await readUnassignedSources(db, 1);
  await readUnknownChannelSources(db, 1);
  await readCaseTypes(db, 1);
  await readScopeNames(db);
}

it("reads changed cases in the order of their change, and full text from its own index", () => {
  const planOf = (part: string) => [...plans].find(([sql]) => sql.includes(part))?.[1] ?? [];
  expect(planOf("(changed, id) >").join()).toMatch(
    /^SEARCH cases USING INDEX cases_by_changed \(changed>\?\)$/,
  );
  expect(planOf("FROM removed_cases").join()).toContain("removed_cases_by_changed");
  // SQLite calls it a search, too, where it passes over all rows for the greatest value.
  expect(planOf("closed_us <=").join()).toMatch(/cases_by_stated_closing .*cases_by_reopening /);
  expect(planOf("ORDER BY case_id LIMIT").join()).toContain("USING COVERING INDEX");
  expect(planOf("case_search MATCH").join()).toContain("VIRTUAL TABLE INDEX");
  // A match and both ends of a range; by the term, both in its order.
  expect(planOf("rowid BETWEEN").join()).toContain("VIRTUAL TABLE INDEX 0:M1><");
  expect(planOf("FROM temp.case_words").join()).toMatch(/^SCAN \S+ VIRTUAL TABLE INDEX 513:$/);
  expect(planOf("FROM temp.case_word_counts").join()).toMatch(/VIRTUAL TABLE INDEX 515:$/);
  for (const column of ["case_id", "customer_id"]) {
    expect(planOf(`lower(${column}) BETWEEN`).join()).toMatch(/^SEARCH .* COVERING INDEX/);
  }
});

describe("statements that run for each span, trace or case", () => {
  it("were seen", () => {
    expect(plans.size).toBeGreaterThan(25);
  });

  it("find their rows by an index; only tables that stay small are read whole", () => {
    const scans = [...plans].flatMap(([sql, plan]) =>
      plan
        .filter((step) => step.startsWith("SCAN ") && !isSmall(step, sql))
        .map((step) => `${step} in: ${sql.replace(/\s+/g, " ")}`),
    );
    expect(scans).toEqual([]);
  });
});

describe("statements that run for a page", () => {
  it("read what grows by an index, at most a whole index and never its rows, or the latest rows up to a limit", () => {
    const scans = [...pagePlans].flatMap(([sql, plan]) =>
      plan
        .filter((step) => step.startsWith("SCAN ") && readsAll(step, sql))
        .map((step) => `${step} in: ${sql.replace(/\s+/g, " ")}`),
    );
    expect(pagePlans.size).toBeGreaterThan(20);
    expect(scans).toEqual([]);
  });

  it("counts what is wrong by codes, without reading what is said of it", () => {
    const plan = [...pagePlans].find(([sql]) => sql.includes("FROM span_findings GROUP BY"))?.[1];
    expect(plan?.join()).toContain("span_findings USING COVERING INDEX span_findings_by_code");
    expect(plan?.join()).toContain("trace_findings USING COVERING INDEX trace_findings_by_code");
  });
});

const growing =
  /^(spans|traces|contents|declarations|identities|cases|interactions|handoffs|messages|scores|span_findings|trace_findings|queue|disclosures|disclosure_reviews|review_sample_items)$/;

function readsAll(step: string, sql: string): boolean {
  const name = /^SCAN (\S+)/.exec(step)?.[1] ?? "";
  const table = new RegExp(`\\b(?:FROM|JOIN) (\\w+) ${name.replace(/\W/g, "\\$&")}\\b`).exec(
    sql,
  )?.[1];
  if (!growing.test(table ?? name) || /USING (COVERING INDEX|INDEX queue_failed)/.test(step)) {
    return false;
  }
  return !sql.includes(`FROM ${name} ORDER BY id DESC LIMIT ?`);
}

/** Tables with a handful of rows, lists that were passed in, and subqueries that read one trace. */
function isSmall(step: string, sql: string): boolean {
  if (step === "SCAN s") return sql.includes("WHERE trace = ?) s");
  // Whether there is any.
  if (/^SELECT 1 FROM [^]+ LIMIT 1$/.test(sql)) return true;
  return /^SCAN (settings|overrides|batches|b|sequence|json_each|CONSTANT ROW|connected|(case_search|temp\.case_words|temp\.case_word_counts) VIRTUAL TABLE INDEX)\b/.test(
    step,
  );
}

/** A store that runs EXPLAIN QUERY PLAN on each statement it prepares. */
function spyingDatabase(): Database {
  const file = new BetterSqlite3(":memory:");
  migrate(file);
  const connection = createConnection(file);
  const planOf = (sql: string) =>
    file
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parametersOf(sql))
      .map(({ detail }) => detail);
  const prepare: Connection["prepare"] = (sql, rows) => {
    plans.set(sql, planOf(sql));
    return connection.prepare(sql, rows);
  };
  const words = createWordIndex({ prepare, exec: connection.exec });
  const spy: Connection = { ...connection, prepare, words };
  return {
    path: file.name,
    read: (work) => work(spy),
    write: (work) => work(spy),
    hasNewestSchema: () => Promise.resolve(true),
    claims: null,
    onWrite: null,
    readVersion: null,
    rewrite: () => Promise.resolve(),
    close: () => Promise.resolve(void file.close()),
  };
}

function parametersOf(sql: string): unknown[] {
  const named = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null] as const);
  if (named.length > 0) return [Object.fromEntries(named)];
  return [...sql.matchAll(/\?/g)].map(() => null);
}
