import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBundled } from "./bundle.mjs";

/** Tests that start the command line or the worker find fresh bundles, and all of a run share one folder. */
export default async function setup() {
  if (!(await ensureBundled())) console.error("dist/ is stale: the sources cannot be bundled.");
  const folder = mkdtempSync(join(tmpdir(), "throughline-run-"));
  process.env.THROUGHLINE_TEST_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
