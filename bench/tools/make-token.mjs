import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../../bin/tools/paths.mjs";

/** Makes a token for ingest in a data folder. Returns its secret. */
export function makeToken(data) {
  const env = { ...process.env, THROUGHLINE_DATA: data };
  const args = [join(root, "dist/cli.mjs"), "token", "add", "bench"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { env });
  const secret = String(stdout).trim().split(" ").at(1);
  if (secret === undefined) throw new Error(`Making a token failed: ${stderr}`);
  return secret;
}
