import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./tools/install.mjs";
import { root } from "./tools/paths.mjs";
import { runAside, stopChildrenOnSignal } from "./tools/run.mjs";

/**
 * Checks what was changed since the last commit, or since the one that is named: types and lint of everything, since a
 * change reaches further than its file, format, and the tests that import what was changed. No database server, no
 * build, no browser: those are for `npm test`.
 */
const [since = "HEAD"] = process.argv.slice(2);
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n");
const changed = [
  ...git("diff", "--name-only", "--relative", since),
  ...git("ls-files", "--others", "--exclude-standard"),
].filter((file) => file !== "" && existsSync(join(root, file)));
const tested = changed.filter(
  (file) => /\.([cm]?[jt]s|tsx)$/.test(file) && !file.startsWith("e2e/"),
);

const steps = {
  lint: ["npm", "run", "--silent", "lint"],
  sizes: ["npm", "run", "--silent", "sizes"],
  format: ["npm", "run", "--silent", "format:check"],
  unit: tested.length > 0 && [
    ...["npx", "vitest", "related", "--run", "--passWithNoTests"],
    ...["--project", "unit", "--project", "process", "--reporter", "dot"],
    ...tested,
  ],
};

async function check(name, [command, ...args]) {
  const started = performance.now();
  const isGood = (await runAside(command, args)) === 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${isGood ? "✓" : "✗"} ${name} (${seconds} s)`);
  return isGood;
}

stopChildrenOnSignal();
console.log(`${changed.length} files changed since ${since}`);
const results = (await ensureInstalled())
  ? await Promise.all(Object.entries(steps).map(([name, step]) => !step || check(name, step)))
  : [false];
console.log(`${(performance.now() / 1000).toFixed(1)} s in all`);
process.exitCode = results.every(Boolean) ? 0 : 1;
