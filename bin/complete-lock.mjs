// Some registries hide the optional binaries of other platforms, and npm then
// leaves them out of the lock; `npm ci` refuses such a lock elsewhere.
// Run after every `npm install` that changes a package-lock.json.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLock } from "./tools/complete-lock.mjs";
import { root } from "./tools/paths.mjs";

for (const name of ["package-lock.json", "bench/package-lock.json"]) {
  const path = join(root, name);
  const { lock, added } = completeLock(JSON.parse(readFileSync(path, "utf8")));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added.length} platform packages added to ${name}`);
}
