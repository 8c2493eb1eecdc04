import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const stamp = join(root, "node_modules", ".throughline-lock");

/** The lock's hash, and the Node version that native addons were built for. */
function wanted() {
  const abi = [process.platform, process.arch, process.versions.modules].join("-");
  return `${fingerprint(["package-lock.json"])} ${abi}`;
}

/** Notes that node_modules now agree with the lock. */
export function stampInstall() {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted());
}

/**
 * Runs `npm ci` where node_modules do not agree with the lock. Everything it
 * says goes to stderr, so that a command's own output stays clean.
 * Resolves to whether node_modules may be used.
 */
export async function ensureInstalled() {
  if (readStamp(stamp) === wanted()) return true;
  console.error("Installing dependencies (npm ci) …");
  const code = await run("npm", ["ci", "--loglevel=error", "--no-fund", "--no-audit"], {
    stdio: ["ignore", 2, 2],
    env: localHeaders(),
  });
  if (code === 0) stampInstall();
  else console.error(`npm ci failed.${compilerHint()}`);
  return code === 0;
}

/** Lets node-gyp use the headers beside this Node instead of downloading them. */
function localHeaders() {
  const prefix = dirname(dirname(process.execPath));
  const present = existsSync(join(prefix, "include", "node", "node_version.h"));
  return present && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {};
}

function compilerHint() {
  const missing = ["python3", "make", "g++"].filter((name) => !isOnPath(name));
  if (process.platform === "win32" || missing.length === 0) return "";
  return ` better-sqlite3 may have to be compiled, and ${missing.join(", ")} is missing: install python3, make and g++.`;
}

function isOnPath(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}
