import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBundled } from "./bundle.mjs";

/** Builds fresh bundles for tests of the command line and the worker, and creates the run's shared folder. */
export default async function setup() {
  if (!(await ensureBundled())) console.error("dist/ is stale: the sources cannot be bundled.");
  const folder = mkdtempSync(join(tmpdir(), "throughline-run-"));
  process.env.THROUGHLINE_TEST_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
