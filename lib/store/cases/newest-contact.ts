import { statement, type Database } from "../database";

/**
 * The newest instant of a contact or an opening.
 * @param untilUs later instants come from a broken clock, microseconds since 1970
 * @returns microseconds since 1970; null where no case has one
 */
export function newestContact(db: Database, untilUs: number): Promise<number | null> {
  const sql = `SELECT max(us) AS newestUs FROM (
      SELECT max(opened_us) AS us FROM cases WHERE opened_us <= $untilUs
      UNION ALL SELECT max(last_contact_us) FROM cases WHERE last_contact_us <= $untilUs
      UNION ALL SELECT max(end_us) FROM interactions WHERE end_us <= $untilUs
    )`;
  type Found = { newestUs: number | null };
  return db.read(
    (connection) =>
      statement<[{ untilUs: number }], Found>(connection, sql).get({ untilUs })?.newestUs ?? null,
  );
}
