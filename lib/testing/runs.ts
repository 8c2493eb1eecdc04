/** Whether all property runs are done (`npm run test:long`). */
export const isLong = process.env["THROUGHLINE_LONG"] !== undefined;

/** Number of runs of a property: `whole` with `test:long`, else a quarter. */
export function runs(whole: number): number {
  return isLong ? whole : Math.ceil(whole / 4);
}
