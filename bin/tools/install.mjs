import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const modules = join(root, "node_modules");
const stamp = join(modules, ".throughline-lock");
const nodeAbi = [process.platform, process.arch, process.versions.modules].join("-");

/**
 * Installs the packages where node_modules do not agree with the lock. Everything npm says goes to stderr, so that a
 * command's own output stays clean. Resolves to whether node_modules may be used.
 */
export async function ensureInstalled() {
  return (await ensureDownloaded()) && (await ensureCompiled());
}

/** The first half: all packages are there, those with native code not compiled yet. */
export async function ensureDownloaded() {
  const found = readStamp(stamp);
  if (found === wanted()) return true;
  if ((found?.startsWith(nodeAbi) ?? true) && isAlreadyInstalled()) {
    writeFileSync(stamp, wanted());
    return true;
  }
  console.error("Installing dependencies (npm ci) …");
  const isDownloaded = await npm(["ci", "--ignore-scripts"]);
  // Whoever is interrupted here must not take them for installed the next time.
  if (isDownloaded) writeFileSync(stamp, "not compiled");
  return isDownloaded;
}

/** The second half: compiles what has no binary for this machine. */
export async function ensureCompiled() {
  if (readStamp(stamp) === wanted()) return true;
  const isCompiled = await npm(["rebuild"]);
  if (isCompiled) writeFileSync(stamp, wanted());
  return isCompiled;
}

const wanted = () => `${nodeAbi} ${fingerprint(["package-lock.json"])}`;

async function npm(args) {
  const quiet = ["--loglevel=error", "--no-fund", "--no-audit", "--no-update-notifier"];
  // What is compiled takes all cores.
  const options = {
    stdio: ["ignore", 2, 2],
    env: { JOBS: "max", ...noDownloads, ...optimised(), ...localHeaders() },
  };
  const code = await run("npm", [...args, ...quiet], options);
  if (code !== 0) console.error(`npm ${args[0]} failed.${compilerHint()}`);
  return code === 0;
}

/** After a manual npm run: npm's record in node_modules matches the lock. */
function isAlreadyInstalled() {
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const { packages: installed } = JSON.parse(readFileSync(record, "utf8"));
  const { packages: locked } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(locked).every(([path, { version, optional = false }]) =>
    path === "" || (optional && !installed[path]) ? true : installed[path]?.version === version,
  );
}

/** ONNX Runtime would fetch libraries for graphics processors, which nothing here uses, from another host. */
const noDownloads = { ONNXRUNTIME_NODE_INSTALL: "skip" };

/** SQLite as compiled with -O3 is no faster, and takes half as long again to compile. */
const optimised = () => (process.env.CFLAGS === undefined ? { CFLAGS: "-O2" } : {});

/** Makes node-gyp use the headers next to this Node instead of downloading them. */
function localHeaders() {
  const prefix = dirname(dirname(process.execPath));
  const present = existsSync(join(prefix, "include", "node", "node_version.h"));
  return present && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {};
}

function compilerHint() {
  const missing = ["python3", "make", "g++"].filter((name) => !isOnPath(name));
  if (process.platform === "win32" || missing.length === 0) return "";
  return ` better-sqlite3 may have to be compiled; install what is missing: ${missing.join(", ")}.`;
}

function isOnPath(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}
