import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findOrInstallBrowser } from "./tools/browser.mjs";
import { ensureCompiled, ensureDownloaded } from "./tools/install.mjs";
import { measurePace } from "./tools/pace.mjs";
import { run, runAside, stopChildrenOnSignal } from "./tools/run.mjs";
import { listSkipped, readPlaywright, readVitest } from "./tools/test-report.mjs";

const slowestShown = 5;
const reports = mkdtempSync(join(tmpdir(), "throughline-test-"));
/** What the unit tests share; the browser tests take its demo. */
const shared = join(reports, "run");
mkdirSync(shared);
const { values, positionals: paths } = parseArgs({
  options: { all: { type: "boolean", default: false }, at: { type: "string" } },
  allowPositionals: true,
});
/** Milliseconds from the instant at which this began to the one of `--at 2026-11-29T03:00:00Z`. */
const shiftMs = values.at ? Math.round(Date.parse(values.at) - performance.timeOrigin) : 0;
if (Number.isNaN(shiftMs)) throw new Error("--at takes an instant, such as 2026-11-29T03:00:00Z.");
const tier = values.all ? "all" : paths.length === 0 ? "release" : undefined;
const env = {
  THROUGHLINE_TEST_PACE: measurePace().toFixed(2),
  ...(tier === undefined ? {} : { THROUGHLINE_TEST_TIER: tier }),
  ...(shiftMs === 0 ? {} : { THROUGHLINE_CLOCK: String(shiftMs) }),
};
const outcomes = [];

/** Runs one step, prints its time, and records its result. Resolves to whether nothing failed. */
async function step(name, work) {
  const started = performance.now();
  console.log(`\n▸ ${name}`);
  const { passed, failed, skipped = 0, tests = [] } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${failed === 0 ? "✓" : "✗"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`;
  console.log(line);
  outcomes.push({ line, passed, failed, skipped, tests });
  return failed === 0;
}

const asOne = (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const npmArgs = (script, args = []) => ["run", "--silent", script, "--", ...args];

/** Runs steps one after another; buffers their output, so that lanes can run concurrently. */
async function lane(scripts) {
  let isGood = true;
  for (const script of scripts) {
    const work = async () => asOne((await runAside("npm", npmArgs(script), { env })) === 0);
    isGood = (await step(script, work)) && isGood;
  }
  return isGood;
}

async function unit(named = []) {
  const file = join(reports, "vitest.json");
  const args = [...named, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const more = { THROUGHLINE_TEST_RUN: shared };
  return readVitest(
    file,
    (await run("npm", npmArgs("unit", args), { env: { ...env, ...more } })) === 0,
  );
}

/**
 * Lets a release's browser tests take the demo that the unit tests made, twenty minutes after its end: to make another
 * takes a minute of the processor. With `--at` and with everything they make their own.
 */
function atDemosEnd() {
  const plan = join(shared, "demo", "demo.json");
  if (tier !== "release" || shiftMs !== 0 || !existsSync(plan)) return {};
  const { endUs } = JSON.parse(readFileSync(plan, "utf8"));
  const toNowMs = Math.round(
    endUs / 1000 + 20 * 60_000 - performance.timeOrigin - performance.now(),
  );
  return { THROUGHLINE_TEST_RUN: shared, THROUGHLINE_CLOCK: String(toNowMs) };
}

async function e2e(named = []) {
  const browser = await findOrInstallBrowser();
  if (!browser) return asOne(false);
  const file = join(reports, "playwright.json");
  const more = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...atDemosEnd() };
  const args = npmArgs("e2e", [...named, "--reporter=list,json"]);
  return readPlaywright(file, (await run("npm", args, { env: { ...env, ...more } })) === 0);
}

const compile = () => step("compile", async () => asOne(await ensureCompiled()));

async function everything() {
  const compiled = compile();
  // Written before the lanes read it: the linter knows the types of the routes too.
  if (!(await lane(["typegen", "bundle"]))) return;
  const built = compiled.then((isCompiled) => isCompiled && lane(["build"]));
  const checked = lane(["lint", "sizes", "format:check", "boundaries", "deadcode"]);
  // Unit tests need no build.
  await Promise.all([compiled, checked]);
  await step("unit", () => unit());
  await step("e2e", (await built) ? () => e2e() : async () => asOne(false));
}

/** Runs only the tests below the given paths. */
async function named() {
  if (!(await compile())) return;
  const inBrowser = paths.filter((path) => path.startsWith("e2e"));
  const others = paths.filter((path) => !inBrowser.includes(path));
  if (others.length > 0) await step("unit", () => unit(others));
  if (inBrowser.length > 0 && (await lane(["build"]))) await step("e2e", () => e2e(inBrowser));
}

stopChildrenOnSignal();
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

if (await step("install", async () => asOne(await ensureDownloaded()))) {
  await (paths.length === 0 ? everything() : named());
}

const tests = outcomes.flatMap((outcome) => outcome.tests);
const failed = tests.filter(({ isFailed }) => isFailed);
const slowest = tests.toSorted((one, other) => other.ms - one.ms).slice(0, slowestShown);
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log("\nSlowest tests:");
for (const { name, ms } of slowest) console.log(`${(ms / 1000).toFixed(1)} s  ${name}`);
if (failed.length > 0) console.log("\nFailed tests:");
for (const { name } of failed) console.log(name);
for (const line of listSkipped(tests)) console.log(line);
console.log(`\n${outcomes.map(({ line }) => line).join("\n")}`);
console.log(`${(performance.now() / 60_000).toFixed(1)} minutes in all`);
if (shiftMs !== 0) console.log(`begun at ${new Date(values.at).toISOString()}`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
