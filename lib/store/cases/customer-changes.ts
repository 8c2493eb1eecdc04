import { statement, type Connection } from "../port";
import { enqueue, type Stamp } from "../queue";
import { turnsAfter } from "../queue-rounds";

/** A case before or after a change: its customer, and when its contacts began. */
type Placed = { readonly customerId: string | null; readonly contactsUs: readonly number[] };

/**
 * Notes for the customers of a case that was derived anew what changed, inside the transaction that stores it.
 * @param placed the case before and after; undefined where there is none
 * @returns the customers, to be enqueued
 */
export async function noteCustomerChanges(
  connection: Connection,
  caseId: string,
  placed: readonly (Placed | undefined)[],
): Promise<readonly string[]> {
  const customers: string[] = [];
  const sql = `INSERT INTO customer_changes (customer_id, case_id, contact_us) VALUES (?, ?, ?)
    ON CONFLICT DO NOTHING`;
  const insert = statement<[string, string, number]>(connection, sql);
  for (const each of placed) {
    if (each === undefined || each.customerId === null) continue;
    const { customerId, contactsUs } = each;
    const starts = contactsUs.length === 0 ? [0] : contactsUs;
    await insert.runAll(starts.map((contactUs) => [customerId, caseId, contactUs]));
    customers.push(customerId);
  }
  return customers;
}

/**
 * Enqueues customers whose cases changed, behind the cases that wait of the flow that theirs came in: to link a customer
 * reads all its cases.
 * @param flows of each customer's case, by customer
 */
export async function enqueueCustomers(
  connection: Connection,
  flows: ReadonlyMap<string, number | null>,
  stamp: Stamp,
): Promise<void> {
  const turns = turnsAfter((customerId) => flows.get(customerId) ?? null);
  await enqueue(connection, "customer", flows.keys(), stamp, turns);
}
