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
      SELECT max(opened_us) AS us FROM cases WHERE opened_us <= ?
      UNION ALL SELECT max(last_contact_us) FROM cases WHERE last_contact_us <= ?
    ) AS newest`,
    untilUs,
  );
}

/** The newest closing that was stated, or reopening. Otherwise as `newestContact`. */
export function newestClosing(db: Database, untilUs: number): Promise<number | null> {
  return readNewest(
    db,
    `SELECT max(us) AS newestUs FROM (
      SELECT max(closed_us) AS us FROM cases
        WHERE closed_us <= ? AND closed_from <> 'inferred'
      UNION ALL SELECT max(reopened_us) FROM cases
        WHERE reopened_us <= ?
    ) AS newest`,
    untilUs,
  );
}

function readNewest(db: Database, sql: string, untilUs: number): Promise<number | null> {
  type Found = { newestUs: number | null };
  return db.read(async (connection) => {
    const read = statement<[number, number], Found>(connection, sql);
    return (await read.get(untilUs, untilUs))?.newestUs ?? null;
  });
}
