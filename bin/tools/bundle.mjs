import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { quickFingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./paths.mjs";

const entries = {
  cli: "lib/commands/main.ts",
  worker: "lib/pipeline/worker/worker-entry.ts",
  preparer: "lib/pipeline/intake/threads/preparer-entry.ts",
  decoder: "lib/pipeline/intake/threads/decoder-entry.ts",
  deriver: "lib/pipeline/derive/deriver-entry.ts",
  reader: "lib/pipeline/reader/reader-entry.ts",
  alerts: "lib/pipeline/alerts/alerts-entry.ts",
  preview: "lib/pipeline/settings/preview-entry.ts",
  edge: "lib/edge/edge-entry.ts",
  train: "lib/training/train-entry.ts",
  measure: "lib/training/measure-entry.ts",
};
const dist = join(root, "dist");
const stamp = join(dist, ".bundle-stamp");

const beginsShared = "shared-";

/**
 * Bundles the command line and the threads' entries into dist/ if sources changed, with what they share in files of its
 * own: a command loads only what it needs. Resolves to whether it succeeded; esbuild prints errors.
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
  mkdirSync(dist, { recursive: true });
  try {
    replaceBundles(await bundle());
  } catch (error) {
    if (!("errors" in error)) throw error;
    return false;
  }
  replaceFile(stamp, sources);
  return true;
}

async function bundle() {
  const { build } = await import("esbuild");
  const present = Object.entries(entries).filter(([, source]) => existsSync(join(root, source)));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: dist,
    outExtension: { ".js": ".mjs" },
    chunkNames: `${beginsShared}[hash]`,
    splitting: true,
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    // A stack trace needs places alone, and each command reads the whole map at its start.
    sourcesContent: false,
    external: ["better-sqlite3", "onnxruntime-node"],
    alias: { "server-only": join(root, "node_modules/server-only/empty.js") },
    // CommonJS dependencies inside an ES module still call require().
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return outputFiles;
}

/** Shared files come before the entries that load them, and go when none does. */
function replaceBundles(files) {
  const isShared = ({ path }) => basename(path).startsWith(beginsShared);
  for (const file of files.filter(isShared)) replaceFile(file.path, file.contents);
  for (const file of files.filter((each) => !isShared(each))) replaceFile(file.path, file.contents);
  const kept = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(dist)) {
    if (name.startsWith(beginsShared) && !kept.has(name)) rmSync(join(dist, name), { force: true });
  }
}

function replaceFile(path, contents) {
  const temporary = join(dist, `.${basename(path)}.${process.pid}`);
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}
