import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBundled } from "./bundle.mjs";

/**
 * Builds fresh bundles for tests of the command line and the worker, and creates the run's shared folder and draws its
 * seed unless they are given.
 */
export default async function setup() {
  if (!(await ensureBundled())) console.error("dist/ is stale: the sources cannot be bundled.");
  const given = process.env.THROUGHLINE_TEST_RUN;
  const folder = (process.env.THROUGHLINE_TEST_RUN ??= mkdtempSync(
    join(tmpdir(), "throughline-run-"),
  ));
  const seed = (process.env.THROUGHLINE_TEST_SEED ??= String(randomInt(2 ** 31)));
  // At its beginning, too: a run that is stopped never comes to its end.
  console.log(`Seed ${seed}`);
  return () => {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
    console.log(`Seed ${seed}. Draws the same again: THROUGHLINE_TEST_SEED=${seed} npm test`);
  };
}
