import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { version } from "@/package.json";
import { bodyBudgetBytes, processBodyBudget } from "../intake/body-budget";
import { nowUs } from "@/lib/clock/server";
import { readWriterCounts } from "../worker/worker-client";
import { findReadable } from "../worker/find-unready";
import { readQueues } from "./read-queues";

/** Requests of one group of routes that were answered with one class of status. */
type RequestCount = { readonly group: string; readonly status: string; readonly count: number };

type Metrics = {
  readonly registry: Registry;
  readonly requests: Counter<"group" | "status">;
  readonly spans: Counter<"source" | "result">;
  readonly settled: Counter<"workspace">;
  readonly problems: Counter;
  readonly readable: Gauge<"workspace">;
  readonly depth: Gauge<"workspace">;
  readonly oldest: Gauge<"workspace">;
  readonly oldestOfToken: Gauge<"workspace" | "token">;
  readonly failed: Gauge<"workspace">;
  readonly bodies: Gauge;
  readonly budget: Gauge;
};

declare global {
  // The server's start-up and its routes are separate bundles; the event loop is watched once.
  var throughlineMetrics: Metrics | undefined;
}

/** Begins to watch the process: event-loop delay, memory, garbage collection. Idempotent. */
export function startMetrics(): void {
  globalThis.throughlineMetrics ??= createMetrics();
}

/**
 * All figures since the server started, as Prometheus reads them (text format 0.0.4). Labels are workspaces, groups of
 * routes, results, and the public ids of tokens: no names, texts or other ids.
 */
export async function writeMetrics(
  requests: readonly RequestCount[],
): Promise<{ readonly contentType: string; readonly text: string }> {
  const metrics = (globalThis.throughlineMetrics ??= createMetrics());
  const queues = await readQueues();
  const readable = await findReadable();
  // From here to the end synchronous, so that concurrent readers do not see each other's resets.
  fillCounters(metrics, requests);
  const { readable: isReadable, depth: depths, oldest, oldestOfToken, failed: failures } = metrics;
  for (const gauge of [isReadable, depths, oldest, oldestOfToken, failures]) gauge.reset();
  for (const [workspace, is] of readable) isReadable.set({ workspace }, is ? 1 : 0);
  const ageOf = (sinceUs: number) => (nowUs() - sinceUs) / 1e6;
  for (const { workspace, depth, oldestUs, failed, senders } of queues) {
    metrics.settled.inc({ workspace }, 0);
    depths.set({ workspace }, depth);
    oldest.set({ workspace }, oldestUs === null ? 0 : ageOf(oldestUs));
    for (const each of senders.filter(({ sender }) => sender !== ""))
      oldestOfToken.set({ workspace, token: each.sender }, ageOf(each.oldestUs));
    failures.set({ workspace }, failed);
  }
  metrics.bodies.set(processBodyBudget().heldBytes);
  metrics.budget.set(bodyBudgetBytes(process.env));
  const { registry } = metrics;
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function fillCounters(metrics: Metrics, requests: readonly RequestCount[]): void {
  const { bodies, files, settled, problems } = readWriterCounts();
  for (const counter of [metrics.requests, metrics.spans, metrics.settled, metrics.problems])
    counter.reset();
  for (const { group, status, count } of requests) metrics.requests.inc({ group, status }, count);
  for (const [source, counts] of Object.entries({ http: bodies, file: files }))
    for (const [result, count] of Object.entries(counts))
      metrics.spans.inc({ source, result }, count);
  for (const [workspace, entries] of settled) metrics.settled.inc({ workspace }, entries);
  metrics.problems.inc(problems);
}

function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const info = new Gauge({
    name: "throughline_build_info",
    help: "1, with the version that runs.",
    labelNames: ["version"],
    registers,
  });
  info.set({ version }, 1);
  return { registry, ...createCounters(registers), ...createGauges(registers) };
}

function createCounters(registers: Registry[]) {
  return {
    requests: new Counter({
      name: "throughline_http_requests_total",
      help: "HTTP requests by group of routes and class of status; none: the connection ended before an answer.",
      labelNames: ["group", "status"],
      registers,
    }),
    spans: new Counter({
      name: "throughline_spans_total",
      help: "Spans and log events by what became of them: sent over HTTP, or in uploaded files that were read to their end.",
      labelNames: ["source", "result"],
      registers,
    }),
    settled: new Counter({
      name: "throughline_derivation_settled_total",
      help: "Queue entries that this server derived and stored.",
      labelNames: ["workspace"],
      registers,
    }),
    problems: new Counter({
      name: "throughline_worker_problems_total",
      help: "Failures of the writer and its threads; the last one is on the page Data health.",
      registers,
    }),
  };
}

function createGauges(registers: Registry[]) {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ["workspace"], registers });
  return {
    readable: gauge(
      "throughline_workspace_readable",
      "1 while the workspace can be read, 0 while it is damaged, away or has an older schema; see /readyz.",
    ),
    depth: gauge("throughline_queue_entries", "Queue entries that wait to be derived."),
    oldest: gauge(
      "throughline_queue_oldest_seconds",
      "Age of the entry that waits longest; 0: none.",
    ),
    oldestOfToken: new Gauge({
      name: "throughline_queue_oldest_by_token_seconds",
      help: "The same of what came with a token, by its public id; absent: nothing of it waits.",
      ...{ labelNames: ["workspace", "token"], registers },
    }),
    failed: gauge(
      "throughline_queue_failed_entries",
      "Quarantined entries; see the page Data health.",
    ),
    bodies: new Gauge({
      name: "throughline_bodies_held_bytes",
      help: "Memory that bodies being received and stored hold.",
      registers,
    }),
    budget: new Gauge({
      name: "throughline_bodies_limit_bytes",
      help: "What they may hold together; beyond it senders get 503 with Retry-After.",
      registers,
    }),
  };
}
