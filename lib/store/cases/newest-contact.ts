import { statement, type Database } from "../database";

/**
 * When anybody was last in touch or opened a case.
 * @param untilUs later instants come from a broken clock, microseconds since 1970
 * @returns microseconds since 1970; null where no case says when it was
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
