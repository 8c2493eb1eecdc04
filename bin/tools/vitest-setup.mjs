import { ensureBundled } from "./bundle.mjs";

/** Tests that start the command line or the worker find fresh bundles. */
export default async function setup() {
  if (!(await ensureBundled())) console.error("dist/ is stale: the sources cannot be bundled.");
}
