import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBundled } from "./bundle.mjs";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const stamp = join(root, ".next", "throughline-stamp");
const sources = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const nextCommand = join(root, "node_modules", "next", "dist", "bin", "next");

/** Environment for every Next process we start. */
export const nextEnv = { NEXT_TELEMETRY_DISABLED: "1" };

/** Bundles and builds if sources changed; resolves to whether the build succeeded. */
export async function ensureBuilt() {
  if (!(await ensureBundled())) return false;
  const current = fingerprint(sources);
  if (readStamp(stamp) === current) return true;
  console.error("Building the app; this takes a minute or two …");
  const code = await run(process.execPath, [nextCommand, "build"], { env: nextEnv });
  if (code === 0) writeFileSync(stamp, current);
  return code === 0;
}
