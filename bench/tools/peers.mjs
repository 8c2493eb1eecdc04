import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../bin/tools/paths.mjs";
import { run } from "../../bin/tools/run.mjs";

/** Installs the compared products into bench/node_modules. Resolves to whether they are there. */
export async function ensurePeers() {
  if (existsSync(join(root, "bench/node_modules/@duckdb/node-api"))) return true;
  console.error("Installing what the benchmark compares with (npm ci in bench/) …");
  const args = ["ci", "--prefix", "bench", "--loglevel=error", "--no-fund", "--no-audit"];
  return (await run("npm", args, { stdio: ["ignore", 2, 2] })) === 0;
}
