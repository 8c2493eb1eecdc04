import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { root } from "../bin/tools/paths.mjs";
import { createBodySupply } from "./tools/load-bodies.mjs";
import { ask, keepReading, keepSending } from "./tools/load-clients.mjs";
import { createPicks, seededNumbers } from "./tools/load-pages.mjs";
import { makeToken } from "./tools/make-token.mjs";
import { busiestThreads, peakMemory, readThreads } from "./tools/process-figures.mjs";
import { serve } from "./tools/serve.mjs";
import { signInTimes } from "./tools/sign-in.mjs";

const help = `Times readers of a built server, first with nothing else to do, then while senders send all they can.

  npm run build && node bench/load.mjs <export.jsonl.gz> --data <folder> [--senders 200] [--readers 50]
    [--seconds 60] [--pause 15000] [--bodies-mb <limit of the server's memory for bodies>]

  --data is copied first. --pause: how long a reader looks at a page, milliseconds. Linux only.
`;

const { values, positionals } = parseArgs({
  options: {
    data: { type: "string" },
    senders: { type: "string", default: "200" },
    readers: { type: "string", default: "50" },
    seconds: { type: "string", default: "60" },
    pause: { type: "string", default: "15000" },
    "bodies-mb": { type: "string" },
    help: { type: "boolean" },
  },
  allowPositionals: true,
});
const [source] = positionals;
const rampMs = 5000;
const warmReads = 300;
const drainMaxMs = 30 * 60_000;

if (values.help || source === undefined || values.data === undefined || !existsSync(source))
  console.log(help);
else {
  const [senders, readers, seconds, pauseMs] = ["senders", "readers", "seconds", "pause"].map(
    (name) => Number(values[name]),
  );
  const result = await measureLoad({ senders, readers, runMs: seconds * 1000, pauseMs });
  print(result);
  writeResult(result);
}

async function measureLoad({ senders, readers, runMs, pauseMs }) {
  const data = mkdtempSync(join(tmpdir(), "throughline-load-"));
  cpSync(values.data, data, { recursive: true });
  if (values["bodies-mb"] !== undefined)
    process.env.THROUGHLINE_MAX_BODIES_MB = values["bodies-mb"];
  const take = await createBodySupply(source);
  const { url, child } = await serve(data);
  const reading = { isReading: true, phase: null, times: [] };
  const sending = { isSending: true, times: [], spans: [], rawBytes: 0, refused: 0, rejected: 0 };
  try {
    const cookies = await signInTimes(url, data, readers);
    const token = makeToken(data);
    const random = seededNumbers(1);
    const pick = createPicks(readCaseIds(data), random);
    // The server's code is compiled and optimised by then, as on any that was not just started.
    for (let read = 0; read < warmReads; read += 1) {
      await ask(`${url}${pick().path}`, { headers: { cookie: cookies[0] } });
    }
    const readersEnd = Promise.all(
      cookies.map((cookie) => keepReading({ url, cookie, pick, pauseMs, state: reading, random })),
    );
    const phase = (name) => runPhase({ name, url, token, child, runMs, reading });
    await Promise.race([readersEnd, wait(pauseMs)]);
    const idle = await Promise.race([readersEnd, phase("idle")]);
    const begunMs = performance.now();
    const sendersEnd = Promise.all(
      Array.from({ length: senders }, () => keepSending({ url, token, take, state: sending })),
    );
    const clientsEnd = Promise.race([readersEnd, sendersEnd]);
    await Promise.race([clientsEnd, wait(rampMs)]);
    const sentBefore = sending.spans.length;
    const ingesting = await Promise.race([clientsEnd, phase("ingesting")]);
    const spansPerSecond = (sending.spans.length - sentBefore) / (runMs / 1000);
    sending.isSending = false;
    await sendersEnd;
    const sentMs = performance.now() - begunMs;
    const queued = await readMetric(url, token, "throughline_queue_entries");
    reading.isReading = false;
    await readersEnd;
    const drainMs = await drain(url, token);
    return {
      machine: { cpus: cpus().length, node: process.version, loadAtEnd: loadavg()[0] },
      options: { senders, readers, runMs, pauseMs, bodiesMb: values["bodies-mb"] ?? null },
      reads: reads(reading.times),
      phases: { idle, ingesting },
      ingest: {
        bodies: sending.times.length,
        megabytes: Math.round(sending.rawBytes / 1e6),
        spans: sending.spans.length,
        spansPerSecond: Math.round(spansPerSecond),
        answerMs: quantiles(sending.times),
        refused: sending.refused,
        rejected: sending.rejected,
        sentMs: Math.round(sentMs),
        queuedAtEnd: queued,
        drainMs: Math.round(drainMs),
        ...compareStored(data, sending.spans),
      },
      peakMegabytes: Math.round(peakMemory(child.pid) / 1e6),
    };
  } finally {
    child.kill();
    await wait(1000);
    rmSync(data, { recursive: true, force: true });
  }
}

/** One stretch of time in which reads count, with what the server says of itself. */
async function runPhase({ name, url, token, child, runMs, reading }) {
  // The event loop's delay is of the time since the last scrape.
  await readMetric(url, token, "nodejs_eventloop_lag_p99_seconds");
  const before = readThreads(child.pid);
  const ownBefore = process.cpuUsage();
  reading.phase = name;
  await wait(runMs);
  reading.phase = null;
  const own = process.cpuUsage(ownBefore);
  const lag = await readMetric(url, token, "nodejs_eventloop_lag_p99_seconds");
  return {
    eventLoopP99Ms: Math.round(lag * 1000),
    clientsSeconds: Number(((own.user + own.system) / 1e6).toFixed(1)),
    threads: busiestThreads(before, readThreads(child.pid)),
    load: Number(loadavg()[0].toFixed(1)),
  };
}

/** The sum of a metric's values over its labels. */
async function readMetric(url, token, name) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await ask(`${url}/metricsz`, { headers });
  if (answer.status !== 200) throw new Error(`/metricsz was answered ${answer.status}.`);
  const lines = answer.text().split("\n");
  const of = lines.filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return of.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** Waits until nothing waits to be derived. @returns how long it took, ms */
async function drain(url, token) {
  const fromMs = performance.now();
  while ((await readMetric(url, token, "throughline_queue_entries")) > 0) {
    if (performance.now() - fromMs > drainMaxMs) throw new Error("The queue does not get empty.");
    await wait(500);
  }
  return performance.now() - fromMs;
}

function readCaseIds(data) {
  const db = new BetterSqlite3(join(data, "main.db"), { readonly: true });
  const ids = db.prepare("SELECT case_id FROM cases ORDER BY case_id").pluck().all();
  db.close();
  if (ids.length === 0) throw new Error("The data folder has no cases to read.");
  return ids;
}

/** Which spans of bodies that were answered 200 are stored. */
function compareStored(data, spans) {
  const db = new BetterSqlite3(join(data, "main.db"), { readonly: true });
  const sql = "SELECT trace_id || '/' || span_id FROM spans JOIN traces ON traces.id = spans.trace";
  const stored = new Set(db.prepare(sql).pluck().all());
  db.close();
  return { lost: spans.filter((span) => !stored.has(span)).length };
}

function reads(times) {
  const of = (phase, name) =>
    quantiles(
      times
        .filter((time) => time.phase === phase && (name === undefined || time.name === name))
        .map(({ ms }) => ms),
    );
  const both = (name) => {
    const [idle, ingesting] = [of("idle", name), of("ingesting", name)];
    return { idle, ingesting, p95Ratio: Number((ingesting.p95 / idle.p95).toFixed(2)) };
  };
  const names = [...new Set(times.map(({ name }) => name))].sort();
  return {
    all: both(),
    pages: Object.fromEntries(names.map((name) => [name, both(name)])),
  };
}

function quantiles(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const rounded = (ms) => Number(ms.toFixed(1));
  return {
    n: sorted.length,
    p50: rounded(at(0.5)),
    p95: rounded(at(0.95)),
    p99: rounded(at(0.99)),
  };
}

function print({ reads: { all, pages }, phases, ingest, peakMegabytes }) {
  const line = (name, { idle, ingesting, p95Ratio }) =>
    console.log(
      `${name.padEnd(10)} ${words(idle)}   ${words(ingesting)}   p95 × ${p95Ratio.toFixed(2)}`,
    );
  const words = ({ n, p50, p95, p99 }) =>
    [n, p50, p95, p99].map((value) => String(Math.round(value)).padStart(6)).join("");
  console.log("ms: n, p50, p95, p99 when idle; the same while ingesting at full speed");
  for (const [name, page] of Object.entries(pages)) line(name, page);
  line("all", all);
  for (const [name, { eventLoopP99Ms, clientsSeconds, threads, load }] of Object.entries(phases)) {
    const busy = threads.slice(0, 8).map((thread) => {
      const nice = thread.nice === 0 ? "" : ` (nice ${thread.nice})`;
      const waited = thread.waitedSeconds.toFixed(1);
      return `${thread.name === "web" ? "web " : ""}${thread.seconds.toFixed(1)} and ${waited} for a core${nice}`;
    });
    console.log(
      `${name}: event loop p99 ${eventLoopP99Ms} ms; processor seconds by thread: ${busy.join(", ")}; clients ${clientsSeconds}; load ${load}`,
    );
  }
  console.log(
    `${ingest.bodies} bodies (${ingest.megabytes} MB, ${ingest.spans} spans) answered 200, p50 ${ingest.answerMs.p50} p95 ${ingest.answerMs.p95} ms; ${ingest.spansPerSecond} spans/s while measured`,
  );
  console.log(
    `${ingest.refused} answered 503 with Retry-After and sent again; ${ingest.rejected} spans rejected; lost ${ingest.lost}`,
  );
  console.log(
    `${ingest.queuedAtEnd} entries waited at the end, derived ${(ingest.drainMs / 1000).toFixed(1)} s later; peak memory ${peakMegabytes} MB`,
  );
}

function writeResult(result) {
  const folder = join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `load-${new Date().toISOString().replaceAll(":", "-")}.json`);
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`written to ${path}`);
}
