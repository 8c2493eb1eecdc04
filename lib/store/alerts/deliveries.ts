import type {
  AlertDelivery,
  StoredAlertMessage,
  AlertWebhook,
  DeliveryResult,
} from "@/lib/domain/alerts/alert-delivery";
import { nextAttemptUs } from "@/lib/domain/alerts/alert-delivery";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** A message that is due. */
export type DueDelivery = Pick<AlertDelivery, "id" | "by" | "attempts"> & {
  readonly message: StoredAlertMessage;
  /** Of its event, microseconds since 1970. */
  readonly atUs: number;
  /** Public id of the rule's owner. */
  readonly owner: string;
};

type DueRow = Omit<DueDelivery, "message"> & { readonly message: Json<StoredAlertMessage> };

/**
 * The messages that are due, the longest due first. One waits for what the same rule is to send before it on the same
 * way, so that an end never comes before its beginning; tests wait for nothing. @param most number of messages
 */
export function readDueDeliveries(
  db: Database,
  nowUs: number,
  most: number,
): Promise<DueDelivery[]> {
  const sql = `SELECT alert_deliveries.id, by, attempts, message, at_us AS atUs, owner
    FROM alert_deliveries JOIN alert_events ON alert_events.id = event
    JOIN alert_rules ON alert_rules.id = alert_events.rule
    WHERE next_us <= ? AND (kind = 'tested' OR NOT EXISTS (
      SELECT 1 FROM alert_deliveries AS earlier JOIN alert_events AS event ON event.id = earlier.event
      WHERE event.rule = alert_events.rule AND event.kind <> 'tested' AND earlier.by = alert_deliveries.by
      AND earlier.next_us IS NOT NULL AND earlier.id < alert_deliveries.id
    )) ORDER BY next_us LIMIT ?`;
  return db.read(async (connection) =>
    (await statement<[number, number], DueRow>(connection, sql).all(nowUs, most)).map(
      ({ message, ...row }) => ({ ...row, message: fromJson(message) }),
    ),
  );
}

/** Notes how an attempt ended, and when the next one is due. */
export function noteAttempt(
  db: Database,
  { id, attempts }: Pick<DueDelivery, "id" | "attempts">,
  result: DeliveryResult,
  nowUs: number,
): Promise<void> {
  const sql = `UPDATE alert_deliveries SET attempts = ?, next_us = ?, arrived_us = ?, problem = ?
    WHERE id = ?`;
  const hasArrived = result === null;
  const next = hasArrived ? null : nextAttemptUs(attempts + 1, nowUs);
  return db.write(async (connection) => {
    await statement<[number, number | null, number | null, string | null, number]>(
      connection,
      sql,
    ).run(...([attempts + 1, next, hasArrived ? nowUs : null, result, id] as const));
  });
}

/** Where alerts are posted to; null: nowhere. */
export function readWebhook(db: Database): Promise<AlertWebhook | null> {
  const sql = "SELECT url, salt, actor, at_us AS atUs FROM alert_webhook WHERE id = 1";
  return db.read(
    async (connection) => (await statement<[], AlertWebhook>(connection, sql).get()) ?? null,
  );
}

/** Sets where alerts are posted to; null: nowhere. */
export function writeWebhook(db: Database, webhook: AlertWebhook | null): Promise<void> {
  return db.write(async (connection) => {
    await statement<[]>(connection, "DELETE FROM alert_webhook").run();
    if (webhook === null) return;
    const { url, salt, actor, atUs } = webhook;
    const sql = "INSERT INTO alert_webhook (id, url, salt, actor, at_us) VALUES (1, ?, ?, ?, ?)";
    await statement<[string, string, string, number]>(connection, sql).run(url, salt, actor, atUs);
  });
}
