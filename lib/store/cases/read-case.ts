import type {
  CaseClosing,
  DerivedCase,
  InferredIntent,
  Message,
  Score,
} from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import type { UsageTotal } from "@/lib/domain/trace/model-usage";
import type { Speaker } from "@/lib/domain/trace/reading";
import type { SearchedCase } from "@/lib/analytics/search/search-case";
import { caseCodec, type FullCaseRow, type StoredCaseRow } from "./case-columns";
import { indexedWords } from "../search/name-tokens";
import { childNames, readChildRows, readHandoffs, readInteractions } from "./child-rows";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import type { SqlValue } from "../row-codec";
import { readKnowledge } from "./knowledge";
import { scoreColumns, scoreOf, type ScoreRow } from "./score-rows";
import { flatMapInOrder } from "@/lib/domain/in-order";

export type StoredCase = {
  readonly row: StoredCaseRow;
  readonly derived: DerivedCase;
  /** Its findings; null until a case of an earlier version is derived again. */
  readonly knowledge: StoredKnowledge | null;
};

/** A case without its messages, which are most of it. */
export type CaseOutline = {
  readonly key: number;
  readonly row: StoredCaseRow;
  readonly derived: Omit<DerivedCase, "messages">;
};

/** A case with all derived data. @returns null where there is no such case */
export function readCase(db: Database, caseId: string): Promise<StoredCase | null> {
  return db.read(async (connection) => {
    const outline = await outlineOf(connection, caseId);
    if (outline === null) return null;
    const { key, row, derived } = outline;
    const messages = await readMessages(connection, key);
    return {
      row,
      derived: { ...derived, messages },
      knowledge: await readKnowledge(connection, key),
    };
  });
}

/** What disclosure rules are judged on of a case, and what they found. */
export type JudgedCase = {
  readonly key: number;
  /** Its revision. */
  readonly changed: number;
  readonly derivedWith: string;
  /** The intent is the inferred one where none is declared. */
  readonly derived: Pick<
    DerivedCase,
    "caseId" | "region" | "intent" | "risk" | "caseEvents" | "interactions" | "messages"
  >;
  readonly knowledge: StoredKnowledge | null;
};

const judgedSql = `SELECT id AS key, changed, derived_with AS derivedWith, region,
    coalesce(intent, inferred_intent) AS intent, risk, case_events AS caseEvents
  FROM cases WHERE case_id = ?`;

type JudgedRow = Pick<JudgedCase, "key" | "changed" | "derivedWith"> &
  Pick<DerivedCase, "region" | "intent" | "risk"> & {
    readonly caseEvents: Json<DerivedCase["caseEvents"]>;
  };

/** The part of a case that disclosure rules need, inside a transaction: a fraction of the whole. */
export async function readJudged(
  connection: Connection,
  caseId: string,
): Promise<JudgedCase | null> {
  const row = await statement<[string], JudgedRow>(connection, judgedSql).get(caseId);
  if (row === undefined) return null;
  const { key, changed, derivedWith, caseEvents, ...facts } = row;
  const interactions = await readInteractions(connection, key);
  const parts = { interactions, messages: await readMessages(connection, key) };
  const derived = { caseId, ...facts, caseEvents: fromJson(caseEvents), ...parts };
  return { key, changed, derivedWith, derived, knowledge: await readKnowledge(connection, key) };
}

/** As `readJudged`. */
export function readJudgedCase(db: Database, caseId: string): Promise<JudgedCase | null> {
  return db.read((connection) => readJudged(connection, caseId));
}

/** The case's revision, which changes with each write. @returns null where there is no such case */
export function readCaseRevision(db: Database, caseId: string): Promise<number | null> {
  const sql = "SELECT changed FROM cases WHERE case_id = ?";
  return db.read(
    async (connection) =>
      (await statement<[string], { changed: number }>(connection, sql).get(caseId))?.changed ??
      null,
  );
}

/** A case with all derived data but its messages. @returns null where there is no such case */
export function readCaseOutline(db: Database, caseId: string): Promise<CaseOutline | null> {
  return db.read((connection) => outlineOf(connection, caseId));
}

/** Some messages of a case, by ordinal. @param key the case's, of its outline */
export function readMessagesAt(
  db: Database,
  key: number,
  ordinals: readonly number[],
): Promise<readonly Message[]> {
  const sql = `${messagesSql} AND m.ordinal = ?`;
  return db.read((connection) =>
    flatMapInOrder(ordinals, async (ordinal) =>
      (await tupleStatement<[number, number], MessageRow>(connection, sql).all(key, ordinal)).map(
        messageOf,
      ),
    ),
  );
}

/** A case as a search looks at it. */
export type CaseInSearch = {
  readonly searched: SearchedCase;
  /** True where further messages were not read. */
  readonly isCut: boolean;
};

/**
 * What a search looks at in a case: its contacts, and its messages from the first on.
 * @param charactersMax UTF-16 units of messages that are read, but for the last one's
 * @param isEnough true for a message after which no more need be read
 * @returns null where there is no such case
 */
export function readCaseInSearch(
  db: Database,
  caseId: string,
  charactersMax: number,
  isEnough: (message: Message) => boolean,
): Promise<CaseInSearch | null> {
  const sql = "SELECT id, customer_id FROM cases WHERE case_id = ?";
  const saidSql = `${messagesSql} AND m.speaker <> 'system' ORDER BY m.ordinal`;
  return db.read(async (connection) => {
    const found = await tupleStatement<[string], [number, string | null]>(connection, sql).get(
      caseId,
    );
    if (found === undefined) return null;
    const [key, customerId] = found;
    const messages: Message[] = [];
    let left = charactersMax;
    let isCut = false;
    for await (const row of tupleStatement<[number], MessageRow>(connection, saidSql).iterate(
      key,
    )) {
      isCut = left <= 0;
      if (isCut) break;
      const message = messageOf(row);
      messages.push(message);
      if (isEnough(message)) break;
      left -= message.text.length;
    }
    const interactions = await readInteractions(connection, key);
    return { searched: { caseId, customerId, interactions, messages }, isCut };
  });
}

/** What a case has in the index of words, inside a transaction. @param key the case's */
export async function readIndexedWords(connection: Connection, key: number): Promise<string> {
  const messages = await readMessages(connection, key);
  return indexedWords({ messages, interactions: await readInteractions(connection, key) });
}

async function outlineOf(connection: Connection, caseId: string): Promise<CaseOutline | null> {
  const sql = `SELECT ${caseCodec.select} FROM cases WHERE case_id = ?`;
  const values = await tupleStatement<[string], SqlValue[]>(connection, sql).get(caseId);
  return values === undefined ? null : outlineFrom(connection, caseCodec.read(values));
}

async function outlineFrom(connection: Connection, stored: FullCaseRow): Promise<CaseOutline> {
  const { key, closureBecause, closureQuotes, caseEvents, findings, ...rest } = stored;
  const { intentConfidence, intentBecause, changed: _changed, derivedWith: _with, ...plain } = rest;
  const row = { ...plain, ...(await readChildRows(connection, [key], childNames))(key) };
  const { customerId, caseType, intent, risk, region, openedUs, lastContactUs, reopenedUs } = row;
  const { teams, csat, mergedInto, releases, failures } = row;
  const facts = { customerId, caseType, intent, risk, region, openedUs, lastContactUs, reopenedUs };
  const derived: CaseOutline["derived"] = {
    caseId: row.caseId,
    ...facts,
    inferredIntent: inferredIntentOf(row, intentConfidence, intentBecause),
    teams,
    csat,
    mergedInto,
    releases,
    failures,
    closing: closingOf(row),
    closure: {
      method: row.closureMethod,
      evidence: row.evidence,
      because: closureBecause,
      quotes: closureQuotes,
    },
    interactions: await readInteractions(connection, key),
    handoffs: await readHandoffs(connection, key),
    scores: await readScores(connection, key),
    spanCount: row.spans,
    caseEvents,
    findings,
    usage: usageOf(row),
    personalValues: row.piiRows.map(
      ({ ordinal: _ordinal, channel: _channel, isSpansFirst: _first, ...value }) => value,
    ),
  };
  return { key, row, derived };
}

function usageOf(row: StoredCaseRow): UsageTotal {
  const { modelCalls, inputTokens, outputTokens, modelCostUsd, modelCostEstimatedUsd } = row;
  const { modelUs, slowestCallUs, firstTokenUs, slowestFirstTokenUs } = row;
  const used = { modelCalls, inputTokens, outputTokens, modelCostUsd, modelCostEstimatedUsd };
  return { ...used, modelUs, slowestCallUs, firstTokenUs, slowestFirstTokenUs };
}

function closingOf({ closedUs, closedFrom }: StoredCaseRow): CaseClosing | null {
  return closedUs === null || closedFrom === null ? null : { atUs: closedUs, from: closedFrom };
}

function inferredIntentOf(
  { inferredIntent: intent }: StoredCaseRow,
  confidence: number | null,
  because: string | null,
): InferredIntent | null {
  return intent === null || confidence === null || because === null
    ? null
    : { intent, confidence, because };
}

type PlainMessage = Pick<Message, "ordinal" | "interaction" | "speaker" | "atUs" | "text">;
type MessageRow = [
  ordinal: number,
  interaction: number,
  speaker: Speaker,
  atUs: number,
  text: string,
  body: Json<Omit<Message, keyof PlainMessage>>,
];

const messagesSql = `SELECT m.ordinal, m.interaction, m.speaker, m.at_us, t.body, m.body
  FROM messages m JOIN contents t ON t.id = m.content WHERE m.case_key = ?`;

async function readMessages(connection: Connection, key: number): Promise<Message[]> {
  const sql = `${messagesSql} ORDER BY m.ordinal`;
  return (await tupleStatement<[number], MessageRow>(connection, sql).all(key)).map(messageOf);
}

function messageOf([ordinal, interaction, speaker, atUs, text, body]: MessageRow): Message {
  return { ordinal, interaction, speaker, atUs, text, ...fromJson(body) };
}

async function readScores(connection: Connection, key: number): Promise<Score[]> {
  const sql = `SELECT ${scoreColumns} FROM scores WHERE case_key = ? ORDER BY id`;
  return (await statement<[number], ScoreRow>(connection, sql).all(key)).map(scoreOf);
}
