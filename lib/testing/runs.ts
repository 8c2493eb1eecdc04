import { isOnPostgres } from "./postgres/test-server";

/** Whether all property runs are done (`npm run test:all`). */
export const isLong = process.env["THROUGHLINE_TEST_TIER"] === "all";

/** Number of runs of a property: `whole` with `test:all`, else a quarter, and a tenth where SQLite's tests did them. */
export function runs(whole: number): number {
  return isLong ? whole : Math.ceil(whole / (isOnPostgres() ? 10 : 4));
}
