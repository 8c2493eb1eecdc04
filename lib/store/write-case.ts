import type { Connection } from "@/db/connect";
import type { DerivedCase, Message, Score, ScoreTarget } from "@/lib/domain/case";
import type { SpanKey } from "@/lib/domain/span";
import type { CaseRow } from "@/lib/rollup/case-row";
import { statement, type Database } from "./database";
import { internContent } from "./intern";
import { isMergeCurrent } from "./merges";
import {
  enqueue,
  isCurrent,
  nextMark,
  settle,
  type AnswerStamp,
  type Mark,
  type QueueEntry,
} from "./queue";

export type CaseWrite = {
  readonly entry: QueueEntry;
  /** null: nothing is left of the case, it is removed. */
  readonly rows: CaseRows | null;
};

export type CaseRows = {
  readonly derived: DerivedCase;
  readonly row: CaseRow;
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
  "changed",
] as const;

const upsertSql = `INSERT INTO cases (case_id, ${columns.join(", ")})
  VALUES (@case_id, ${columns.map((column) => `@${column}`).join(", ")})
  ON CONFLICT (case_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")},
    repeat_us = iif(excluded.customer_id IS NULL, NULL, repeat_us),
    repeat_case_id = iif(excluded.customer_id IS NULL, NULL, repeat_case_id)
  RETURNING id`;

const parts = ["interactions", "handoffs", "messages", "scores"] as const;

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
  const sql = "SELECT id, customer_id AS customerId FROM cases WHERE case_id = ?";
  const standing = statement<[string], { id: number; customerId: string | null }>(
    connection,
    sql,
  ).get(entry.key);
  if (standing !== undefined) clearParts(connection, standing.id);
  if (rows !== null) insertCase(connection, rows, mark);
  else if (standing !== undefined) removeCase(connection, standing.id, mark);
  const customers = [standing?.customerId, rows?.row.customerId].filter((id) => id != null);
  enqueue(connection, "customer", customers, mark);
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
  const contactOf = contactsOfSpans(derived.messages);
  for (const score of derived.scores) insertScore(connection, caseKey, score, derived, contactOf);
  const sql = "INSERT INTO case_search (rowid, words) VALUES (?, ?)";
  statement<[number, string]>(connection, sql).run(caseKey, searchWords(derived.messages));
}

function rowValues({ derived, row, derivedWith }: CaseRows): Values {
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

function insertScore(
  connection: Connection,
  caseKey: number,
  { evaluator, version, target, verdict }: Score,
  derived: DerivedCase,
  contactOf: ContactOfSpan,
): void {
  const interaction = interactionOf(target, derived, contactOf);
  const place = interaction === null ? undefined : derived.interactions[interaction];
  const sql = `INSERT INTO scores (case_key, evaluator, version, target_kind, target_ordinal, target_span,
      interaction, channel, prompt_version, status, value, because, evidence)
    VALUES (@case_key, @evaluator, @version, @target_kind, @target_ordinal, @target_span,
      @interaction, @channel, @prompt_version, @status, @value, @because, @evidence)`;
  statement<[Values]>(connection, sql).run({
    case_key: caseKey,
    evaluator,
    version: version === "imported" ? null : version,
    target_kind: target.kind,
    target_ordinal: "ordinal" in target ? target.ordinal : null,
    target_span: target.kind === "span" ? target.span : null,
    interaction,
    channel: place?.channel ?? null,
    prompt_version: place?.promptVersions[0] ?? null,
    status: verdict.status,
    value: verdict.status === "scored" ? verdict.value : null,
    because: verdict.because,
    evidence: verdict.status === "scored" ? JSON.stringify(verdict.evidence) : "[]",
  });
}

/** The contact a score's target belongs to; a handoff belongs to the contact it led to. */
function interactionOf(
  target: ScoreTarget,
  derived: DerivedCase,
  contactOf: ContactOfSpan,
): number | null {
  switch (target.kind) {
    case "interaction":
      return target.ordinal;
    case "handoff":
      return derived.handoffs[target.ordinal]?.toInteraction ?? null;
    case "message":
      return derived.messages[target.ordinal]?.interaction ?? null;
    case "span":
      return contactOf.get(target.span) ?? null;
    case "case":
      return null;
  }
}

type ContactOfSpan = ReadonlyMap<SpanKey, number>;

/** By the first message that was read from a span; what said nothing is of no contact that one can name. */
function contactsOfSpans(messages: readonly Message[]): ContactOfSpan {
  const contacts = new Map<SpanKey, number>();
  for (const { spans, interaction } of messages) {
    for (const span of spans) if (!contacts.has(span)) contacts.set(span, interaction);
  }
  return contacts;
}

function searchWords(messages: readonly Message[]): string {
  return messages
    .filter(({ speaker }) => speaker === "customer" || speaker === "agent")
    .map(({ text }) => text)
    .join("\n");
}
