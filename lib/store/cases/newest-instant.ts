import { statement, type Database } from "../port";

/**
 * The newest contact or opening.
 * @param untilUs later instants come from a broken clock, microseconds since 1970
 * @returns microseconds since 1970; null where no case has one
 */
export function newestContact(db: Database, untilUs: number): Promise<number | null> {
  return readNewest(
    db,
    `SELECT max(us) AS newestUs FROM (
      SELECT max(opened_us) AS us FROM cases WHERE opened_us <= $untilUs
      UNION ALL SELECT max(last_contact_us) FROM cases WHERE last_contact_us <= $untilUs
    ) AS newest`,
    untilUs,
  );
}

/** The newest closing that was stated, or reopening; reads all cases. Otherwise as `newestContact`. */
export function newestClosing(db: Database, untilUs: number): Promise<number | null> {
  return readNewest(
    db,
    `SELECT max(us) AS newestUs FROM (
      SELECT max(closed_us) AS us FROM cases
        WHERE closed_us <= $untilUs AND closed_from <> 'inferred'
      UNION ALL SELECT max(reopened_us) FROM cases WHERE reopened_us <= $untilUs
    ) AS newest`,
    untilUs,
  );
}

function readNewest(db: Database, sql: string, untilUs: number): Promise<number | null> {
  type Found = { newestUs: number | null };
  return db.read(
    async (connection) =>
      (await statement<[{ untilUs: number }], Found>(connection, sql).get({ untilUs }))?.newestUs ??
      null,
  );
}
