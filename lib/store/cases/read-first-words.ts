import type { ContactPlace } from "@/lib/analytics/insights/returns/case-ending";
import { tupleStatement, type Database } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";

/** What a customer first said in a contact. */
export type FirstWords = {
  readonly caseId: string;
  /** Position of the message in the case, from 0. */
  readonly message: number;
  readonly text: string;
};

/** Shorter first messages only greet. */
const charactersMin = 25;
const charactersMost = 400;

const wordsSql = `SELECT c.case_id, m.ordinal, substr(t.body, 1, ${String(charactersMost)})
  FROM messages m JOIN contents t ON t.id = m.content JOIN cases c ON c.id = m.case_key
  WHERE m.case_key = ? AND m.interaction = ? AND m.speaker = 'customer'
  ORDER BY length(t.body) < ${String(charactersMin)}, m.ordinal LIMIT 1`;

/** The customers' first words in some contacts, in the given order; null where they said nothing. */
export function readFirstWords(
  db: Database,
  places: readonly ContactPlace[],
): Promise<readonly (FirstWords | null)[]> {
  return db.read(async (connection) => {
    const words = tupleStatement<[number, number], [caseId: string, ordinal: number, text: string]>(
      connection,
      wordsSql,
    );
    return mapInOrder(places, async ({ key, ordinal }) => {
      const found = await words.get(key, ordinal);
      return found === undefined ? null : { caseId: found[0], message: found[1], text: found[2] };
    });
  });
}
