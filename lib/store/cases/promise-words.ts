import type { Connection } from "@/db/connect";
import type { CasePromise, PromiseWords } from "@/lib/domain/case/case-promise";
import { tupleStatement, type Database } from "../database";
import { readKnowledge } from "./knowledge";

const messageSql = `SELECT t.body, m.body ->> '$.agentId' FROM messages m
  JOIN contents t ON t.id = m.content WHERE m.case_key = ? AND m.ordinal = ?`;
const teamSql = "SELECT team FROM interactions WHERE case_key = ? AND ordinal = ?";

/** The words of a case's promises, in their order; none where an earlier version derived it. */
export function promiseWordsOf(connection: Connection, key: number): readonly PromiseWords[] {
  const message = tupleStatement<[number, number], [string, string | null]>(connection, messageSql);
  const contact = tupleStatement<[number, number], [string | null]>(connection, teamSql);
  const wordsOf = ({ quote, interaction }: CasePromise): PromiseWords => {
    const [text, agentId] = message.get(key, quote.message) ?? ["", null];
    const [team = null] = contact.get(key, interaction) ?? [];
    return { quote: text.slice(quote.start, quote.end), agentId, team };
  };
  return (readKnowledge(connection, key)?.promises ?? []).map(wordsOf);
}

/** The same of several cases, by key. */
export function readPromiseWords(
  db: Database,
  keys: Iterable<number>,
): Promise<ReadonlyMap<number, readonly PromiseWords[]>> {
  return db.read(
    (connection) =>
      new Map([...new Set(keys)].map((key) => [key, promiseWordsOf(connection, key)])),
  );
}
