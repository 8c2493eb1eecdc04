import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { decodeMutated, postMutated } from "@/lib/testing/faults/bodies";
import { jumpClock } from "@/lib/testing/faults/clock";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import type { FaultResult } from "@/lib/testing/faults/fault-result";
import { hangWorkers } from "@/lib/testing/faults/hang";
import { killIngests, killServers, killWorkers } from "@/lib/testing/faults/kill";
import { sendSlowly } from "@/lib/testing/faults/slow-senders";
import { fillDisks, holdLock, tearPages } from "@/lib/testing/faults/storage";
import { mergeFaults } from "./merge-faults";

const help = `Tries faults of processes, disks, clocks and senders, and says what was lost.

  npm run faults -- [--seed 1] [--kills 1000] [--bodies 100000] [--rounds 10] [--json out.json] [--only <kind>]

  --kills   kills of processes in all, a third each of ingest, worker and server
  --bodies  mutated bodies that are decoded; one of fifty is posted, too
  --lock    seconds that a workspace is locked; default 120
  --rounds  each tries its part of everything on other data; the report is written after each kind; default 10
  --only    ingest, worker, server (killed), hang, disk, lock, pages, clock, senders or bodies
`;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    kills: { type: "string", default: "1000" },
    bodies: { type: "string", default: "100000" },
    rounds: { type: "string", default: "10" },
    lock: { type: "string", default: "120" },
    json: { type: "string" },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** How many faults of each kind a round tries. */
const inRound = (of: string) => Math.ceil(Number(of) / Number(values.rounds));
const third = Math.ceil(inRound(values.kills) / 3);
const bodies = inRound(values.bodies);

const kinds: readonly {
  readonly name: string;
  readonly run: (material: FaultMaterial) => Promise<FaultResult>;
}[] = [
  { name: "ingest", run: (material) => killIngests(material, third) },
  { name: "worker", run: (material) => killWorkers(material, third) },
  { name: "server", run: (material) => killServers(material, third) },
  { name: "hang", run: (material) => hangWorkers(material, 2) },
  { name: "disk", run: (material) => fillDisks(material, 2) },
  { name: "lock", run: (material) => holdLock(material, inRound(values.lock) * 1000) },
  { name: "pages", run: (material) => tearPages(material, 4) },
  { name: "clock", run: (material) => jumpClock(material, 3) },
  { name: "senders", run: (material) => sendSlowly(material, 40) },
  { name: "bodies", run: (material) => postMutated(material, Math.ceil(bodies / 50)) },
  { name: "bodies", run: ({ seed }) => decodeMutated(seed, bodies) },
];

type TimedResult = FaultResult & { readonly seconds: number };

if (values.help) console.log(help);
else await runAll();

async function runAll(): Promise<void> {
  const results = new Map<string, TimedResult>();
  const [loadAtStart = 0] = loadavg();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Bodies are numbered by seed, and none is tried twice.
    const material = await createFaultMaterial(Number(values.seed) + round * bodies, 16);
    for (const { name, run } of kinds) {
      if (values.only !== undefined && values.only !== name) continue;
      const beganMs = performance.now();
      const result = await run(material);
      add(results, { ...result, seconds: Math.round((performance.now() - beganMs) / 1000) });
      writeReport({ rounds: round + 1, loadAtStart, results: [...results.values()] });
    }
    material.remove();
  }
  for (const result of results.values()) print(result);
  if ([...results.values()].some(({ losses }) => losses.length > 0)) process.exitCode = 1;
}

/** Adds a result to those of its kind, and prints what was lost. */
function add(results: Map<string, TimedResult>, result: TimedResult): void {
  const { kind, losses, seconds } = result;
  console.log(`${kind}: ${String(result.tried)} tried in ${String(seconds)} s`);
  for (const loss of losses) console.log(`  lost: ${loss}`);
  const before = results.get(kind);
  const sum = before === undefined ? result : mergeFaults(before, result);
  results.set(kind, { ...sum, seconds: seconds + (before?.seconds ?? 0) });
}

/** `rounds`: how many were begun; of a run that was cut off the last one is not whole. */
function writeReport(report: {
  readonly rounds: number;
  readonly loadAtStart: number;
  readonly results: readonly TimedResult[];
}): void {
  if (values.json === undefined) return;
  mkdirSync(dirname(values.json), { recursive: true });
  const machine = { cpus: cpus().length, node: process.version, loadNow: loadavg()[0] };
  const text = JSON.stringify({ seed: Number(values.seed), machine, ...report }, null, 2);
  writeFileSync(values.json, `${text}\n`);
}

function print({ kind, tried, losses, digests, counts, most, seconds }: TimedResult): void {
  const { compared, differing } = digests;
  const words = Object.entries({ ...counts, ...most }).map(
    ([name, value]) => `${name} ${String(value)}`,
  );
  const equal = compared === 0 ? "none compared" : differing === 0 ? "equal" : "differ";
  console.log(
    `${kind}: tried ${String(tried)}; losses ${String(losses.length)}; digests ${String(compared)}, ${equal}; ${String(seconds)} s; ${words.join("; ")}`,
  );
}
