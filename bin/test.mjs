import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallBrowser } from "./tools/browser.mjs";
import { ensureInstalled } from "./tools/install.mjs";
import { run, stopChildrenOnSignal } from "./tools/run.mjs";
import { countPlaywright, countVitest } from "./tools/test-counts.mjs";

const reports = mkdtempSync(join(tmpdir(), "throughline-test-"));
const env = process.argv.includes("--long") ? { THROUGHLINE_LONG: "1" } : {};
const outcomes = [];

/** Runs one step, prints its time, and keeps how many it passed and failed. */
async function step(name, work) {
  const started = performance.now();
  console.log(`\n▸ ${name}`);
  const { passed, failed } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${failed === 0 ? "✓" : "✗"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`;
  console.log(line);
  outcomes.push({ line, passed, failed });
  return failed === 0;
}

const asOne = (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function npmRun(script, { args = [], env: more = {} } = {}) {
  const all = ["run", "--silent", script, "--", ...args];
  return (await run("npm", all, { env: { ...env, ...more } })) === 0;
}

async function unit() {
  const file = join(reports, "vitest.json");
  const args = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return countVitest(file, await npmRun("unit", { args }));
}

async function e2e() {
  const browser = await findOrInstallBrowser();
  if (!browser) return asOne(false);
  const file = join(reports, "playwright.json");
  const more = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  return countPlaywright(file, await npmRun("e2e", { args: ["--reporter=list,json"], env: more }));
}

stopChildrenOnSignal();
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

if (await step("install", async () => asOne(await ensureInstalled()))) {
  for (const script of [
    "format:check",
    "lint",
    "types",
    "boundaries",
    "deadcode",
    "sizes",
    "bundle",
  ]) {
    await step(script, async () => asOne(await npmRun(script)));
  }
  await step("unit", unit);
  const isBuilt = await step("build", async () => asOne(await npmRun("build")));
  await step("e2e", isBuilt ? e2e : async () => asOne(false));
}

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${outcomes.map(({ line }) => line).join("\n")}`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
