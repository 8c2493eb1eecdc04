import type { Opening } from "@/lib/analytics/insights/topics/find-topics";
import { tupleStatement, type Database } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";

/** More messages of a customer are no beginning, nor are later words of a long one. */
const messagesMost = 6;
const charactersMost = 600;

const openingSql = `SELECT c.customer_id, substr(t.body, 1, ${String(charactersMost)})
  FROM cases c
    JOIN messages m ON m.case_key = c.id AND m.speaker = 'customer'
      AND m.interaction = (SELECT min(ordinal) FROM interactions WHERE case_key = c.id AND is_touchpoint = 1)
    JOIN contents t ON t.id = m.content
  WHERE c.id = ? ORDER BY m.ordinal LIMIT ${String(messagesMost)}`;

/** The customers' first messages of some cases, in the order of the keys; none for a case without a contact. */
export function readOpenings(db: Database, keys: readonly number[]): Promise<readonly Opening[]> {
  return db.read(async (connection) => {
    const messages = tupleStatement<[number], [customerId: string | null, text: string]>(
      connection,
      openingSql,
    );
    return mapInOrder(keys, async (key) => {
      const found = await messages.all(key);
      return { key, customerId: found[0]?.[0] ?? null, messages: found.map(([, text]) => text) };
    });
  });
}
