import type { CasePromise, PromiseWords } from "@/lib/domain/case/case-promise";
import { tupleStatement, type Connection, type Database } from "../port";
import { readKnowledge } from "./knowledge";
import { mapInOrder } from "@/lib/domain/in-order";

const messageSql = `SELECT t.body, m.body ->> '$.agentId' FROM messages m
  JOIN contents t ON t.id = m.content WHERE m.case_key = ? AND m.ordinal = ?`;
const teamSql = "SELECT team FROM interactions WHERE case_key = ? AND ordinal = ?";

/** The words of a case's promises, in their order; none where an earlier version derived it. */
export async function promiseWordsOf(
  connection: Connection,
  key: number,
): Promise<readonly PromiseWords[]> {
  const message = tupleStatement<[number, number], [string, string | null]>(connection, messageSql);
  const contact = tupleStatement<[number, number], [string | null]>(connection, teamSql);
  const wordsOf = async ({ quote, interaction }: CasePromise): Promise<PromiseWords> => {
    const [text, agentId] = (await message.get(key, quote.message)) ?? ["", null];
    const [team = null] = (await contact.get(key, interaction)) ?? [];
    return { quote: text.slice(quote.start, quote.end), agentId, team };
  };
  return mapInOrder((await readKnowledge(connection, key))?.promises ?? [], wordsOf);
}

/** The same of several cases, by key. */
export function readPromiseWords(
  db: Database,
  keys: Iterable<number>,
): Promise<ReadonlyMap<number, readonly PromiseWords[]>> {
  return db.read(
    async (connection) =>
      new Map(
        await mapInOrder([...new Set(keys)], async (key) => [
          key,
          await promiseWordsOf(connection, key),
        ]),
      ),
  );
}
