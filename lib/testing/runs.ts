/** Whether all property runs are done (`npm run test:all`). */
export const isWholeTier = process.env["THROUGHLINE_TEST_TIER"] === "all";

/** The variable that hands the seed of a run of the tests to each of its processes. */
export const seedVariable = "THROUGHLINE_TEST_SEED";

/**
 * What properties and loops over random orders or inputs are drawn with: another at each run unless the variable is
 * set. Beyond tests, in a browser's or a benchmark's process, it is 1.
 */
export const runSeed = Number(process.env[seedVariable] ?? 1);

/** Number of runs of a property: `whole` with `test:all`, else an eighth. */
export function runs(whole: number): number {
  return isWholeTier ? whole : Math.ceil(whole / 8);
}
