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
    [
      "sessions",
      "key_hash",
      "revoked_us < @beforeUs OR expires_us < @beforeUs",
      nowUs - endedSessionUs,
    ],
    ["sign_in_tries", "key", "last_us < @beforeUs", nowUs - signInForgottenUs],
    ["password_links", "code_hash", "used_us IS NOT NULL OR expires_us <= @beforeUs", nowUs],
  ] as const;
  return db.write(async (connection) => {
    await reportLeftOut(connection, nowUs);
    for (const [table, key, isOver, beforeUs] of purges) {
      const sql = `DELETE FROM ${table} WHERE ${key} IN
        (SELECT ${key} FROM ${table} WHERE ${isOver} LIMIT ${String(rowsMax)})`;
      await statement<[{ readonly beforeUs: number }]>(connection, sql).run({ beforeUs });
    }
  });
}
