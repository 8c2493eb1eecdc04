import type { Connection } from "@/db/connect";
import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import { markCustomers } from "./customer-links";
import { statement, type Database } from "../database";
import { internContent } from "../spans/intern";
import { insertScores } from "./insert-scores";
import { insertKnowledge } from "./knowledge";
import { isMergeCurrent } from "./merges";
import { writePartRows } from "./part-rows";
import {
  isCurrent,
  nextMark,
  settle,
  type AnswerStamp,
  type Mark,
  type QueueEntry,
} from "../queue";

export type CaseWrite = {
  readonly entry: QueueEntry;
  /** null: nothing is left of the case, it is removed. */
  readonly rows: CaseRows | null;
};

export type CaseRows = {
  readonly derived: DerivedCase;
  readonly row: CaseRow;
  readonly knowledge: StoredKnowledge;
  /** Versions of derivation, settings and evaluators that made it. */
  readonly derivedWith: string;
  /** The row of contents a text was read from, if it was read. */
  readonly contentOf: (text: string) => number | undefined;
};

type Values = Record<string, string | number | null>;

const columns = [
  "customer_id",
  "case_type",
  "intent",
  "risk",
  "region",
  "teams",
  "channels",
  "agent_kinds",
  "releases",
  "touchpoints",
  "interactions",
  "handoffs",
  "messages",
  "spans",
  "opened_us",
  "last_contact_us",
  "closed_us",
  "closed_from",
  "reopened_us",
  "mature_us",
  "closure_method",
  "evidence",
  "closure_because",
  "closure_quotes",
  "csat",
  "merged_into",
  "has_transcript",
  "case_events",
  "findings",
  "derived_with",
  "handoff_kinds",
  "handoff_verdicts",
  "worst_scores",
  "inferred_intent",
  "contained_us",
  "second_contact_us",
  "intent_confidence",
  "intent_because",
  "contact_rows",
  "handoff_rows",
  "promise_rows",
  "sla_due_us",
  "sla_risk_us",
  "sla_paused_us",
  "sla_pause_reason",
  "sla_stopped_us",
  "pii",
  "paused_us",
  "business_us",
  "changed",
] as const;

const upsertSql = `INSERT INTO cases (case_id, ${columns.join(", ")})
  VALUES (@case_id, ${columns.map((column) => `@${column}`).join(", ")})
  ON CONFLICT (case_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")},
    repeat_us = iif(excluded.customer_id IS NULL, NULL, repeat_us),
    repeat_case_id = iif(excluded.customer_id IS NULL, NULL, repeat_case_id)
  RETURNING id`;

const parts = ["interactions", "handoffs", "messages", "scores", "case_knowledge"] as const;

/**
 * Replaces cases' derived rows in one transaction; readers see the old ones until then.
 * A case that was marked again meanwhile is left for another turn,
 * and so are all where a merge was recorded meanwhile.
 * @returns the entries that were settled
 */
export function writeCases(
  db: Database,
  writes: readonly CaseWrite[],
  { mergeMark, nowUs }: AnswerStamp,
): Promise<QueueEntry[]> {
  return db.write((connection) => {
    if (!isMergeCurrent(connection, mergeMark)) return [];
    const mark = { mark: nextMark(connection), nowUs };
    return writes
      .filter(({ entry }) => isCurrent(connection, "case", entry))
      .map((write) => replaceCase(connection, write, mark))
      .filter((entry) => settle(connection, "case", entry));
  });
}

function replaceCase(connection: Connection, { entry, rows }: CaseWrite, mark: Mark): QueueEntry {
  const sql = `SELECT id, customer_id AS customerId, opened_us AS openedUs FROM cases
    WHERE case_id = ?`;
  type Standing = Pick<CaseRow, "customerId" | "openedUs"> & { readonly id: number };
  const standing = statement<[string], Standing>(connection, sql).get(entry.key);
  if (standing !== undefined) clearParts(connection, standing.id);
  if (rows !== null) insertCase(connection, rows, mark);
  else if (standing !== undefined) removeCase(connection, standing.id, mark);
  markCustomers(connection, entry.key, [standing, rows?.row], mark);
  return entry;
}

function clearParts(connection: Connection, caseKey: number): void {
  for (const part of parts) {
    statement<[number]>(connection, `DELETE FROM ${part} WHERE case_key = ?`).run(caseKey);
  }
  statement<[number]>(connection, "DELETE FROM case_search WHERE rowid = ?").run(caseKey);
}

/** The key may be given to another case later, so it is remembered with the instant of its removal. */
function removeCase(connection: Connection, caseKey: number, { mark }: Mark): void {
  statement<[number]>(connection, "DELETE FROM cases WHERE id = ?").run(caseKey);
  const sql = `INSERT INTO removed_cases (key, changed) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET changed = excluded.changed`;
  statement<[number, number]>(connection, sql).run(caseKey, mark);
}

function insertCase(connection: Connection, write: CaseRows, { mark }: Mark): void {
  const { derived } = write;
  const values = { ...rowValues(write), changed: mark };
  const inserted = statement<[Values], { id: number }>(connection, upsertSql).get(values);
  if (inserted === undefined) throw new Error("SQLite returned no id for an inserted case.");
  const caseKey = inserted.id;
  for (const { ordinal, channel, startUs, endUs, isTouchpoint, ...rest } of derived.interactions) {
    const sql = "INSERT INTO interactions VALUES (?, ?, ?, ?, ?, ?, ?)";
    statement<[number, number, string, number, number, number, string]>(connection, sql).run(
      caseKey,
      ordinal,
      channel,
      startUs,
      endUs,
      isTouchpoint ? 1 : 0,
      JSON.stringify(rest),
    );
  }
  for (const { ordinal, kind, ...rest } of derived.handoffs) {
    const sql = "INSERT INTO handoffs VALUES (?, ?, ?, ?)";
    const values = [caseKey, ordinal, kind, JSON.stringify(rest)] as const;
    statement<[number, number, string, string]>(connection, sql).run(...values);
  }
  for (const message of derived.messages)
    insertMessage(connection, caseKey, message, write.contentOf);
  insertScores(connection, caseKey, derived);
  insertKnowledge(connection, caseKey, write.knowledge);
  const sql = "INSERT INTO case_search (rowid, words) VALUES (?, ?)";
  statement<[number, string]>(connection, sql).run(caseKey, searchWords(derived.messages));
}

function rowValues({ derived, row, derivedWith }: CaseRows): Values {
  const parts = writePartRows(row);
  return {
    case_id: row.caseId,
    customer_id: row.customerId,
    case_type: row.caseType,
    intent: row.intent,
    risk: row.risk,
    region: row.region,
    teams: JSON.stringify(row.teams),
    channels: JSON.stringify(row.channels),
    agent_kinds: JSON.stringify([
      ...new Set(derived.interactions.flatMap((each) => each.agentKinds)),
    ]),
    releases: JSON.stringify(row.releases),
    touchpoints: row.touchpoints,
    interactions: row.interactions,
    handoffs: row.handoffs,
    messages: row.messages,
    spans: row.spans,
    opened_us: row.openedUs,
    last_contact_us: row.lastContactUs,
    closed_us: row.closedUs,
    closed_from: row.closedFrom,
    reopened_us: row.reopenedUs,
    mature_us: row.matureUs,
    closure_method: row.closureMethod,
    evidence: row.evidence,
    closure_because: derived.closure.because,
    closure_quotes: JSON.stringify(derived.closure.quotes),
    csat: row.csat,
    merged_into: row.mergedInto,
    has_transcript: row.hasTranscript ? 1 : 0,
    case_events: JSON.stringify(derived.caseEvents),
    findings: JSON.stringify(derived.findings),
    derived_with: derivedWith,
    handoff_kinds: JSON.stringify(row.handoffKinds),
    handoff_verdicts: JSON.stringify(row.handoffVerdicts),
    worst_scores: JSON.stringify(row.worstScores),
    inferred_intent: row.inferredIntent,
    contained_us: row.containedUs,
    second_contact_us: row.secondContactUs,
    intent_confidence: derived.inferredIntent?.confidence ?? null,
    intent_because: derived.inferredIntent?.because ?? null,
    contact_rows: parts.contactRows,
    handoff_rows: parts.handoffRows,
    promise_rows: parts.promiseRows,
    sla_due_us: row.slaDueUs,
    sla_risk_us: row.slaRiskUs,
    sla_paused_us: row.slaPausedUs,
    sla_pause_reason: row.slaPauseReason,
    sla_stopped_us: row.slaStoppedUs,
    pii: row.pii,
    paused_us: row.pausedUs,
    business_us: row.businessUs,
  };
}

function insertMessage(
  connection: Connection,
  caseKey: number,
  message: Message,
  contentOf: CaseRows["contentOf"],
): void {
  const { ordinal, interaction, speaker, atUs, text, ...rest } = message;
  const content = contentOf(text) ?? internContent(connection, text);
  const sql = "INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)";
  statement<[number, number, number, string, number, number, string]>(connection, sql).run(
    caseKey,
    ordinal,
    interaction,
    speaker,
    atUs,
    content,
    JSON.stringify(rest),
  );
}

function searchWords(messages: readonly Message[]): string {
  return messages
    .filter(({ speaker }) => speaker === "customer" || speaker === "agent")
    .map(({ text }) => text)
    .join("\n");
}
