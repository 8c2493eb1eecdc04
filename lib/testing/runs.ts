/** Whether the tests run whole (`npm run test:long`). */
export const isLong = process.env["THROUGHLINE_LONG"] !== undefined;

/** How often a property is tried: `whole` times where the tests run whole, else a quarter as often. */
export function runs(whole: number): number {
  return isLong ? whole : Math.ceil(whole / 4);
}
