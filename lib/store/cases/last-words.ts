import { statement, tupleStatement, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { promiseWordsOf } from "./promise-words";
import type { PromiseWords } from "@/lib/domain/case/case-promise";
import type { Message } from "@/lib/domain/case/case";
import { mapInOrder } from "@/lib/domain/in-order";

/** The last message of a customer or an agent. */
export type LastWords = {
  readonly speaker: "customer" | "agent";
  /** Microseconds since 1970. */
  readonly atUs: number;
  readonly text: string;
};

/** The end of a case's conversation. */
export type CaseEnd = {
  readonly key: number;
  /** Null: no words are stored. */
  readonly last: LastWords | null;
  /** What the customer said since an agent last spoke, in order. */
  readonly unanswered: readonly LastWords[];
  /** By contact, in order: who served it, as the traces name them. */
  readonly agentIds: readonly (readonly string[])[];
  /** The words of each promise, in their order, with the agent that spoke them; none of an earlier version. */
  readonly promises: readonly PromiseWords[];
};

const lastSql = `SELECT m.speaker AS speaker, m.at_us AS atUs, t.body AS text
  FROM messages m JOIN contents t ON t.id = m.content
  WHERE m.case_key = ? AND m.speaker IN ('customer', 'agent') AND trim(t.body) <> ''
  ORDER BY m.ordinal DESC LIMIT 1`;
/** Of messages without an answer, at most so many are read. */
const unansweredMax = 50;
const unansweredSql = `SELECT m.speaker AS speaker, m.at_us AS atUs, t.body AS text
  FROM messages m JOIN contents t ON t.id = m.content
  WHERE m.case_key = ? AND m.speaker = 'customer' AND trim(t.body) <> '' AND m.ordinal > coalesce(
    (SELECT max(a.ordinal) FROM messages a WHERE a.case_key = m.case_key AND a.speaker = 'agent'), -1)
  ORDER BY m.ordinal LIMIT ${String(unansweredMax)}`;
const agentsSql = `SELECT body ->> '$.agentIds' FROM interactions
  WHERE case_key = ? AND is_touchpoint = 1 ORDER BY ordinal`;

/** Reads the ends of some cases; of deleted ones they are empty. */
export function readCaseEnds(db: Database, keys: readonly number[]): Promise<readonly CaseEnd[]> {
  return db.read(async (connection) => {
    const last = statement<[number], LastWords>(connection, lastSql);
    const unanswered = statement<[number], LastWords>(connection, unansweredSql);
    const agents = tupleStatement<[number], [Json<Message["agentId"][]> | null]>(
      connection,
      agentsSql,
    );
    return mapInOrder(keys, async (key): Promise<CaseEnd> => ({
      key,
      last: (await last.get(key)) ?? null,
      unanswered: await unanswered.all(key),
      agentIds: (await agents.all(key)).map(([ids]) =>
        ids === null ? [] : fromJson(ids).filter((id) => id !== null),
      ),
      promises: await promiseWordsOf(connection, key),
    }));
  });
}

/** The revision of some cases, which changes with each write; of deleted ones none. */
export function readCaseRevisions(
  db: Database,
  keys: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const sql =
    "SELECT id, changed FROM cases WHERE id IN (SELECT CAST(value AS bigint) FROM json_each(?))";
  return db.read(
    async (connection) =>
      new Map(
        await tupleStatement<[string], [number, number]>(connection, sql).all(JSON.stringify(keys)),
      ),
  );
}
