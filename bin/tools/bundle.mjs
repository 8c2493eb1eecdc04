import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { quickFingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./paths.mjs";

const entries = {
  "cli.mjs": "lib/commands/main.ts",
  "worker.mjs": "lib/pipeline/worker/worker-entry.ts",
  "preparer.mjs": "lib/pipeline/intake/threads/preparer-entry.ts",
  "decoder.mjs": "lib/pipeline/intake/threads/decoder-entry.ts",
  "deriver.mjs": "lib/pipeline/derive/deriver-entry.ts",
  "reader.mjs": "lib/pipeline/reader/reader-entry.ts",
  "alerts.mjs": "lib/pipeline/alerts/alerts-entry.ts",
  "preview.mjs": "lib/pipeline/settings/preview-entry.ts",
  "edge.mjs": "lib/edge/edge-entry.ts",
  "train.mjs": "lib/training/train-entry.ts",
  "measure.mjs": "lib/training/measure-entry.ts",
};
const dist = join(root, "dist");
const stamp = join(dist, ".bundle-stamp");

/**
 * Bundles the command line and the worker into dist/ if sources changed. Resolves to whether it succeeded; esbuild
 * prints errors.
 */
export async function ensureBundled() {
  const sources = quickFingerprint([
    "lib",
    "db",
    "tsconfig.json",
    "package-lock.json",
    "bin/tools",
  ]);
  if (readStamp(stamp) === sources) return true;
  const present = Object.entries(entries).filter(([, source]) => existsSync(join(root, source)));
  mkdirSync(dist, { recursive: true });
  try {
    for (const [target, source] of present) await bundle(target, source);
  } catch (error) {
    if (!("errors" in error)) throw error;
    return false;
  }
  replaceFile(stamp, sources);
  return true;
}

async function bundle(target, source) {
  const { build } = await import("esbuild");
  const result = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: join(dist, target),
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    // A stack trace needs places alone, and each command reads the whole map at its start.
    sourcesContent: false,
    external: ["better-sqlite3"],
    alias: { "server-only": join(root, "node_modules/server-only/empty.js") },
    // CommonJS dependencies inside an ES module still call require().
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  for (const file of result.outputFiles) replaceFile(file.path, file.contents);
}

function replaceFile(path, contents) {
  const temporary = join(dist, `.${basename(path)}.${process.pid}`);
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}
