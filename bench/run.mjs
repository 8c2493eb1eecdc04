import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "../bin/tools/install.mjs";
import { root } from "../bin/tools/paths.mjs";
import { coreFigures, growthFigures, pagesFigures, readersFigures } from "./tools/figures.mjs";
import { measure } from "./tools/measure.mjs";
import { readOptions } from "./tools/options.mjs";
import { ensurePeers } from "./tools/peers.mjs";
import { printParts, printTable } from "./tools/table.mjs";

const options = readOptions();
if (options !== null && !(await ensureInstalled())) process.exitCode = 1;
else if (options !== null) await runAll(options);

async function runAll({ mode, only, ...sizes }) {
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
  const figures = {
    ...core?.figures,
    ...(wants("growth") && (await measureGrowth(bundle, sizes))),
    ...(wants("memory") && (await measureMemory(bundle, sizes))),
    ...(wants("readers") && (await measureReaders(bundle, sizes))),
    ...(wants("pages") && (await measurePages(bundle, sizes))),
  };
  const machine = { cpus: cpus().length, node: process.version, loadAtStart: startLoad };
  printTable(figures);
  if (core !== null) printParts(core);
  writeResult({ mode, sizes, machine, ...core, figures });
}

async function measureCore(bundle, { rounds, requests }) {
  const hasPeers = await ensurePeers();
  if (!hasPeers) console.error("DuckDB is not installed; what compares with it is not measured.");
  const duckDbModule = hasPeers ? join(root, "bench/duckdb.mjs") : null;
  return coreFigures(await measure(bundle, "core", { rounds, requests, duckDbModule }));
}

/** Small, large, small: a drift of the machine's speed favours neither. */
async function measureGrowth(bundle, { small, large }) {
  const shape = { spansPerCase: 20, spansPerTrace: 10, prefix: "growth" };
  const run = (spans) => measure(bundle, "growth", { ...shape, spans });
  const before = await run(small);
  const grown = await run(large);
  return growthFigures([before, await run(small)], [grown]);
}

async function measureMemory(bundle, { caseOf }) {
  const shape = { spans: caseOf, spansPerCase: caseOf, spansPerTrace: caseOf, prefix: "huge" };
  const { peakMegabytes } = await measure(bundle, "growth", shape);
  return { memoryCase: peakMegabytes };
}

async function measureReaders(bundle, { samples, requests, exports }) {
  return readersFigures(await measure(bundle, "readers", { samples, requests, exports }));
}

async function measurePages(bundle, { rounds, samples, fewCases, manyCases }) {
  const page = await measure(bundle, "case-page", { spans: 500, samples });
  const few = await measure(bundle, "cases-page", { cases: fewCases, samples });
  const many = await measure(bundle, "cases-page", { cases: manyCases, samples });
  const reports = await measure(bundle, "report-pages", { cases: manyCases, samples: rounds });
  return pagesFigures({ page, few, many, reports });
}

function writeResult(result) {
  const folder = join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${new Date().toISOString().replaceAll(":", "-")}.json`);
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nwritten to ${path}`);
}
