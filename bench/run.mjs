import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "../bin/tools/install.mjs";
import { root } from "../bin/tools/paths.mjs";
import {
  coreFigures,
  growthFigures,
  hostileFigures,
  pagesFigures,
  pagesGrowth,
  pagesPaces,
  readersFigures,
} from "./tools/figures.mjs";
import { withMadeCases } from "./tools/made-cases.mjs";
import { measure, measureWithPace } from "./tools/measure.mjs";
import { readOptions } from "./tools/options.mjs";
import { withPostgres } from "./tools/postgres.mjs";
import { ensurePeers } from "./tools/peers.mjs";
import { lastResult, printRegressions } from "./tools/compare.mjs";
import { targets } from "./tools/targets.mjs";
import { printGrowth, printParts, printTable } from "./tools/table.mjs";

const results = join(root, "bench/results");
// A bench of its own, with options of its own.
const isHostile = process.argv[2] === "hostile";
if (isHostile) process.argv.splice(2, 1);
const options = isHostile ? null : readOptions();
if ((isHostile || options !== null) && !(await ensureInstalled())) process.exitCode = 1;
else if (isHostile) await import("./hostile.mjs");
else if (options !== null) await runAll(options);

async function runAll({ mode, only, engine, folder, ...sizes }) {
  const [{ buildMeasures }, { ensureBundled }] = await Promise.all([
    import("./tools/build.mjs"),
    import("../bin/tools/bundle.mjs"),
  ]);
  // The product's threads, which stand beside the measures.
  if (!(await ensureBundled())) throw new Error("The command line could not be bundled.");
  const bundle = await buildMeasures();
  const wants = (name) => only === null || only === name;
  const startLoad = loadavg()[0];
  const core = wants("core") ? await measureCore(bundle, sizes) : null;
  const pages = wants("pages") ? await measurePagesOn(engine, bundle, { ...sizes, folder }) : null;
  const figures = {
    ...core?.figures,
    ...(wants("growth") && (await measureGrowth(bundle, sizes))),
    ...(wants("memory") && (await measureMemory(bundle, sizes))),
    ...(wants("readers") && (await measureReaders(bundle, sizes))),
    ...(wants("hostile") && (await measureHostile(bundle))),
    ...pages?.figures,
  };
  const machine = { cpus: cpus().length, node: process.version, loadAtStart: startLoad };
  printTable(figures);
  if (core !== null) printParts(core);
  if (pages !== null) printGrowth(pages.growth);
  const { growth, paces } = pages ?? {};
  const result = { mode, only, engine, sizes, machine, ...core, growth, paces, figures };
  mkdirSync(results, { recursive: true });
  printRegressions(lastResult(results, result), result);
  writeResult(result);
}

async function measureCore(bundle, { rounds, requests }) {
  const hasPeers = await ensurePeers();
  if (!hasPeers) console.error("DuckDB is not installed; what compares with it is not measured.");
  const duckDbModule = hasPeers ? join(root, "bench/duckdb.mjs") : null;
  return coreFigures(await measure(bundle, "core", { rounds, requests, duckDbModule }));
}

/** Small, large, small: a drift of the machine's speed favours neither. */
async function measureGrowth(bundle, { small, large }) {
  const shape = { spansPerCase: 20, spansPerTrace: 10, prefix: "growth", isOnThreads: false };
  const run = (spans) => measure(bundle, "growth", { ...shape, spans });
  const before = await run(small);
  const grown = await run(large);
  return growthFigures([before, await run(small)], [grown]);
}

async function measureMemory(bundle, { caseOf }) {
  const shape = { spans: caseOf, spansPerCase: caseOf, spansPerTrace: caseOf, prefix: "huge" };
  const { peakMegabytes } = await measure(bundle, "growth", { ...shape, isOnThreads: true });
  return { memoryCase: peakMegabytes };
}

async function measureReaders(bundle, { samples, requests, exports }) {
  return readersFigures(await measure(bundle, "readers", { samples, requests, exports }));
}

async function measureHostile(bundle) {
  const worst = await measure(bundle, "hostile-texts", {});
  for (const [reader, { name, growth }] of Object.entries(worst))
    if (growth > targets.hostileMask.must)
      console.log(`${reader}: ${growth.toFixed(1)} × for ${name}`);
  return hostileFigures(worst);
}

/** On PostgreSQL with a server of the run's own. */
function measurePagesOn(engine, bundle, options) {
  if (engine === "sqlite") return measurePages(bundle, options, null);
  return withPostgres(bundle, (server) => measurePages(bundle, options, server));
}

/**
 * Each number of cases is written once, and read by processes of their own.
 * @param server URL of a PostgreSQL server that the cases are copied to, or null
 */
async function measurePages(bundle, { rounds, samples, pageCases, folder: kept }, server) {
  const page = await measureWithPace(bundle, "case-page", { spans: 500, samples, server });
  const bySize = [];
  for (const cases of pageCases) {
    await withMadeCases(bundle, { cases, kept }, async (folder) => {
      const database =
        server === null ? {} : await measure(bundle, "copy-cases", { folder, server });
      const read = (name, options) =>
        measureWithPace(bundle, name, { folder, ...options }, database);
      const filled = await read("first-page", { isKept: true });
      const started = await read("first-page", { isKept: false });
      const list = await read("cases-page", { cases, samples });
      const reports = await read("report-pages", { samples: rounds });
      bySize.push({ cases, filled, started, list, reports });
    });
  }
  const figures = pagesFigures({ page, bySize });
  return { figures, growth: pagesGrowth(bySize), paces: pagesPaces({ page, bySize }) };
}

function writeResult(result) {
  const path = join(results, `${new Date().toISOString().replaceAll(":", "-")}.json`);
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nwritten to ${path}`);
}
