import { signInForgottenUs } from "@/lib/domain/people/sign-in-wait";
import { statement, type Database } from "../port";
import { reportLeftOut } from "./refusals";

const dayUs = 24 * 3_600_000_000;

/** How long an ended session is kept for inspection of the file. */
export const endedSessionUs = 30 * dayUs;

/** Of each table at most so many rows at once; the next sign-in takes the rest. */
const rowsMax = 10_000;

/** Deletes ended sessions, expired tries and links that were used or ended. */
export function purgeAccess(db: Database, nowUs: number): Promise<void> {
  const purges = [
    ["sessions", "min(coalesce(revoked_us, expires_us), expires_us) < ?", nowUs - endedSessionUs],
    ["sign_in_tries", "last_us < ?", nowUs - signInForgottenUs],
    ["password_links", "used_us IS NOT NULL OR expires_us <= ?", nowUs],
  ] as const;
  return db.write(async (connection) => {
    await reportLeftOut(connection, nowUs);
    for (const [table, isOver, beforeUs] of purges) {
      const sql = `DELETE FROM ${table} WHERE rowid IN
        (SELECT rowid FROM ${table} WHERE ${isOver} LIMIT ${String(rowsMax)})`;
      await statement<[number]>(connection, sql).run(beforeUs);
    }
  });
}
