// Some registries hide optional binaries of other platforms, which npm then leaves out of the lock; `npm ci` refuses
// such a lock elsewhere. Run after every `npm install` that changes package-lock.json, with a registry that shows all
// platforms and so has the missing hashes.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLock, entriesWithoutHash } from "./tools/complete-lock.mjs";
import { root } from "./tools/paths.mjs";

/** A package's hash from the registry; undefined if the registry hides it. */
function hashOf(key, version) {
  const name = key.split("node_modules/").at(-1);
  const args = ["view", `${name}@${version}`, "dist.integrity", "--json"];
  const { status, stdout } = spawnSync("npm", args, { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? JSON.parse(stdout) : undefined;
}

for (const name of ["package-lock.json", "bench/package-lock.json"]) {
  const path = join(root, name);
  const { lock, added } = completeLock(JSON.parse(readFileSync(path, "utf8")));
  for (const key of entriesWithoutHash(lock)) {
    const entry = lock.packages[key];
    const integrity = hashOf(key, entry.version);
    if (integrity) lock.packages[key] = { version: entry.version, integrity, ...entry };
  }
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  const missing = entriesWithoutHash(lock).length;
  console.log(`${added.length} platform packages added to ${name}; ${missing} without a hash`);
}
