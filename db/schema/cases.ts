import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import { contents } from "./spans";

/**
 * One row per case: what lists, counts and exports need, without the outcome, which depends on `asOf`. Writer and
 * readers follow from this description of the columns (lib/store/row-codec.ts).
 */
export const cases = sqliteTable(
  "cases",
  {
    key: integer("id").primaryKey(),
    caseId: text("case_id").notNull().unique(),
    customerId: text("customer_id"),
    caseType: text("case_type"),
    intent: text("intent"),
    risk: text("risk").$type<CaseRow["risk"]>(),
    region: text("region"),
    /** JSON array: one channel per touchpoint, in time order, repeats kept. */
    channels: text("channels", { mode: "json" }).$type<CaseRow["channels"]>().notNull(),
    /** JSON array of the kinds of agent that spoke, in order of first words. */
    agentKinds: text("agent_kinds", { mode: "json" }).$type<CaseRow["agentKinds"]>().notNull(),
    releases: text("releases", { mode: "json" }).$type<CaseRow["releases"]>().notNull(),
    touchpoints: integer("touchpoints").notNull(),
    interactions: integer("interactions").notNull(),
    handoffs: integer("handoffs").notNull(),
    messages: integer("messages").notNull(),
    spans: integer("spans").notNull(),
    openedUs: integer("opened_us"),
    lastContactUs: integer("last_contact_us"),
    closedUs: integer("closed_us"),
    closedFrom: text("closed_from").$type<CaseRow["closedFrom"]>(),
    reopenedUs: integer("reopened_us"),
    matureUs: integer("mature_us"),
    closureMethod: text("closure_method").$type<CaseRow["closureMethod"]>().notNull(),
    evidence: text("evidence").$type<CaseRow["evidence"]>().notNull(),
    closureBecause: text("closure_because").notNull(),
    /** JSON: the location of the proof. */
    closureQuotes: text("closure_quotes", { mode: "json" })
      .$type<DerivedCase["closure"]["quotes"]>()
      .notNull(),
    csat: real("csat"),
    mergedInto: text("merged_into"),
    hasTranscript: integer("has_transcript", { mode: "boolean" }).notNull(),
    /** Set by linking the customer's cases. */
    repeatUs: integer("repeat_us"),
    repeatCaseId: text("repeat_case_id"),
    findings: text("findings", { mode: "json" }).$type<DerivedCase["findings"]>().notNull(),
    /** Versions of derivation, settings and evaluators that made the row. */
    derivedWith: text("derived_with").notNull(),
    /** JSON array, in time order. */
    caseEvents: text("case_events", { mode: "json" })
      .$type<DerivedCase["caseEvents"]>()
      .notNull()
      .default([]),
    /** JSON array of the kinds of its handoffs, each once, ordered. */
    handoffKinds: text("handoff_kinds", { mode: "json" })
      .$type<CaseRow["handoffKinds"]>()
      .notNull()
      .default([]),
    /** JSON array: one verdict between each two touchpoints. */
    handoffVerdicts: text("handoff_verdicts", { mode: "json" })
      .$type<CaseRow["handoffVerdicts"]>()
      .notNull()
      .default([]),
    /** JSON array: the worst verdict of each evaluator. */
    worstScores: text("worst_scores", { mode: "json" })
      .$type<CaseRow["worstScores"]>()
      .notNull()
      .default([]),
    /** The sequence's value when the row was last written: readers select rows with a higher one than they have. */
    changed: integer("changed").notNull().default(0),
    /** JSON array: the teams of whoever served it, each once. */
    teams: text("teams", { mode: "json" }).$type<CaseRow["teams"]>().notNull().default([]),
    /** Inferred from the customer's words where no intent is declared. */
    inferredIntent: text("inferred_intent"),
    /** 0 to 1; null where none is inferred. */
    intentConfidence: real("intent_confidence"),
    intentBecause: text("intent_because"),
    /** The end of a first contact that AI alone served and passed to nobody. */
    containedUs: integer("contained_us"),
    secondContactUs: integer("second_contact_us"),
    /** The service clock's instants; null where nobody set a target. */
    slaDueUs: integer("sla_due_us"),
    slaRiskUs: integer("sla_risk_us"),
    slaPausedUs: integer("sla_paused_us"),
    slaPauseReason: text("sla_pause_reason"),
    slaStoppedUs: integer("sla_stopped_us"),
    /** State of personal data in it: one of lib/domain/case/case-pii.ts. */
    pii: text("pii").$type<CaseRow["pii"]>().notNull().default("none"),
    /** Until it was first closed: how long its clock was paused, and the business hours. */
    pausedUs: integer("paused_us").notNull().default(0),
    businessUs: integer("business_us"),
    /** The last contact was passed on to somebody of whom nothing is recorded. */
    isPassedOn: integer("is_passed_on", { mode: "boolean" }).notNull().default(false),
    /** JSON array: the steps that failed in it. */
    failures: text("failures", { mode: "json" }).$type<CaseRow["failures"]>().notNull().default([]),
    /** What its model calls used; null: no span states it. */
    modelCalls: integer("model_calls").notNull().default(0),
    inputTokens: integer("input_tokens"),
    outputTokens: integer("output_tokens"),
    modelCostUsd: real("model_cost_usd"),
    modelUs: integer("model_us"),
    slowestCallUs: integer("slowest_call_us"),
    firstTokenUs: integer("first_token_us"),
    slowestFirstTokenUs: integer("slowest_first_token_us"),
    modelCostEstimatedUsd: real("model_cost_estimated_usd"),
  },
  (table) => [
    index("cases_by_changed").on(table.changed),
    index("cases_by_customer").on(table.customerId, table.openedUs),
    index("cases_by_last_contact").on(table.lastContactUs, table.key),
    index("cases_by_stated_closing")
      .on(table.closedUs)
      .where(sql`${table.closedFrom} <> 'inferred'`),
    index("cases_by_reopening")
      .on(table.reopenedUs)
      .where(sql`${table.reopenedUs} IS NOT NULL`),
    index("cases_by_type").on(table.caseType),
    index("cases_by_region").on(table.region),
    index("cases_by_teams").on(table.teams),
    index("cases_by_opened").on(table.openedUs, table.key),
    // People type ids in whichever case.
    index("cases_by_typed_id").on(sql`lower(${table.caseId})`),
    index("cases_by_bare_id").on(sql`lower(replace(${table.caseId}, '-', ''))`),
    index("cases_by_typed_customer").on(sql`lower(${table.customerId})`),
  ],
);

/** Keys of cases that were removed, so that readers who know them forget them. */
export const removedCases = sqliteTable(
  "removed_cases",
  {
    key: integer("key").primaryKey(),
    /** The sequence's value at the removal. */
    changed: integer("changed").notNull(),
  },
  (table) => [index("removed_cases_by_changed").on(table.changed)],
);

export const messages = sqliteTable(
  "messages",
  {
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    ordinal: integer("ordinal").notNull(),
    interaction: integer("interaction").notNull(),
    speaker: text("speaker").notNull(),
    atUs: integer("at_us").notNull(),
    content: integer("content")
      .notNull()
      .references(() => contents.id),
    /** JSON: agent, tool, spans and other rare fields. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseKey, table.ordinal] })],
);

/** Findings in a case's text: one row per case. */
export const caseKnowledge = sqliteTable("case_knowledge", {
  caseKey: integer("case_key")
    .primaryKey()
    .references(() => cases.key),
  /** Deflated JSON, as lib/domain/case/case-knowledge.ts has it. */
  body: blob("body", { mode: "buffer" }).notNull(),
});

export const scores = sqliteTable(
  "scores",
  {
    id: integer("id").primaryKey(),
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    evaluator: text("evaluator").notNull(),
    /** null: imported with the traces. */
    version: integer("version"),
    targetKind: text("target_kind").notNull(),
    /** Ordinal of the target in its case; null for the case itself and for spans. */
    targetOrdinal: integer("target_ordinal"),
    targetSpan: text("target_span"),
    interaction: integer("interaction"),
    channel: text("channel"),
    promptVersion: text("prompt_version"),
    status: text("status").notNull(),
    value: real("value"),
    because: text("because").notNull(),
    /** JSON: message and characters, or span. */
    evidence: text("evidence").notNull(),
  },
  (table) => [index("scores_by_case").on(table.caseKey)],
);

/** CRM records of a case: every distinct one, so that the order of arrival does not matter. */
export const caseRecords = sqliteTable(
  "case_records",
  {
    id: integer("id").primaryKey(),
    hash: blob("hash", { mode: "buffer" }).notNull().unique(),
    caseId: text("case_id").notNull(),
    mergedInto: text("merged_into"),
    body: text("body").notNull(),
    /** The ingest that brought it first; null where it was stored before this was kept. */
    batch: integer("batch"),
  },
  (table) => [
    index("case_records_by_case").on(table.caseId),
    index("case_records_by_batch").on(table.batch),
    index("case_records_by_merge").on(table.mergedInto),
  ],
);
