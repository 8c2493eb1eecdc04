import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type {
  AlertDelivery,
  StoredAlertMessage,
  DeliveryWay,
} from "@/lib/domain/alerts/alert-delivery";
import type { AlertEventKind } from "@/lib/domain/alerts/alert-state";
import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { insertRow } from "../insert-row";
import { mapInOrder } from "@/lib/domain/in-order";

/** An event to store. Instants are microseconds since 1970. */
export type NewAlertEvent = {
  readonly kind: AlertEventKind;
  readonly atUs: number;
  /** Public id of whoever did it; null: it came of the data. */
  readonly actor: string | null;
  readonly reading: AlertReading | null;
  /** Whose cases the look saw; null: all. */
  readonly scope: Scope | null;
  /** What is to be sent of it. */
  readonly messages: readonly { readonly by: DeliveryWay; readonly message: StoredAlertMessage }[];
};

/** An event with what became of its messages. */
export type StoredAlertEvent = Omit<NewAlertEvent, "messages"> & {
  readonly id: number;
  readonly rule: number;
  readonly deliveries: readonly AlertDelivery[];
};

/** Events kept of a rule; older ones go once their messages arrived or were given up. */
const keptEvents = 500;

/** Inside a transaction: stores events with their messages, so that neither is without the other. */
export async function insertEvents(
  connection: Connection,
  rule: number,
  events: readonly NewAlertEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const sql = `INSERT INTO alert_events (rule, kind, at_us, actor, reading, scope)
    VALUES (?, ?, ?, ?, ?, ?)`;
  const post = statement<[number, string, string, number]>(
    connection,
    "INSERT INTO alert_deliveries (event, by, message, attempts, next_us) VALUES (?, ?, ?, 0, ?)",
  );
  for (const event of events) {
    const { kind, atUs, actor, reading, scope, messages } = event;
    const json = [reading, scope].map((each) => (each === null ? null : JSON.stringify(each)));
    const values = [rule, kind, atUs, actor, json[0] ?? null, json[1] ?? null];
    const id = await insertRow(connection, sql, ...values);
    for (const { by, message } of messages) {
      await post.run(id, by, JSON.stringify(message), atUs);
    }
  }
  await trimEvents(connection, rule);
}

async function trimEvents(connection: Connection, rule: number): Promise<void> {
  const old = `SELECT id FROM alert_events WHERE rule = ? ORDER BY id DESC LIMIT 1000000 OFFSET ${String(keptEvents)}`;
  const done = `DELETE FROM alert_deliveries WHERE next_us IS NULL AND event IN (${old})`;
  await statement<[number]>(connection, done).run(rule);
  const gone = `DELETE FROM alert_events WHERE id IN (${old})
    AND id NOT IN (SELECT event FROM alert_deliveries)`;
  await statement<[number]>(connection, gone).run(rule);
}

/** Inside a transaction: deletes the events of a rule with their messages. */
export async function removeEvents(connection: Connection, rule: number): Promise<void> {
  const own = "SELECT id FROM alert_events WHERE rule = ?";
  const messages = `DELETE FROM alert_deliveries WHERE event IN (${own})`;
  await statement<[number]>(connection, messages).run(rule);
  await statement<[number]>(connection, "DELETE FROM alert_events WHERE rule = ?").run(rule);
}

type EventRow = Omit<StoredAlertEvent, "reading" | "scope" | "deliveries"> & {
  readonly reading: Json<AlertReading> | null;
  readonly scope: Json<Scope> | null;
};

/** The newest events of all rules with their messages, the newest first. @param most number of events */
export function readAlertEvents(db: Database, most: number): Promise<StoredAlertEvent[]> {
  const sql = `SELECT id, rule, kind, at_us AS atUs, actor, reading, scope FROM alert_events
    WHERE kind NOT IN ('started', 'passed') ORDER BY id DESC LIMIT ?`;
  const messages = `SELECT id, event, by, attempts, next_us AS nextUs, arrived_us AS arrivedUs, problem
    FROM alert_deliveries WHERE event = ? ORDER BY id`;
  return db.read(
    async (connection) =>
      await mapInOrder(
        await statement<[number], EventRow>(connection, sql).all(most),
        async ({ reading, scope, ...event }) => ({
          ...event,
          reading: reading === null ? null : fromJson(reading),
          scope: scope === null ? null : fromJson(scope),
          deliveries: await statement<[number], AlertDelivery>(connection, messages).all(event.id),
        }),
      ),
  );
}
