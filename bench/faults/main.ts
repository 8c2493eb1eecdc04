import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { decodeMutated, postMutated } from "@/lib/testing/faults/bodies";
import { jumpClock } from "@/lib/testing/faults/clock";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import type { FaultResult } from "@/lib/testing/faults/fault-result";
import { killIngests, killServers, killWorkers } from "@/lib/testing/faults/kill";
import { sendSlowly } from "@/lib/testing/faults/slow-senders";
import { fillDisks, holdLock, tearPages } from "@/lib/testing/faults/storage";

const help = `Tries faults of processes, disks, clocks and senders, and says what was lost.

  npm run faults -- [--seed 1] [--kills 1000] [--bodies 100000] [--json out.json] [--only <kind>]

  --kills   kills of processes in all, a third each of ingest, worker and server
  --bodies  mutated bodies that are decoded; one of fifty is posted, too
  --lock    seconds that a workspace is locked; default 120
  --only    ingest, worker, server (killed), disk, lock, pages, clock, senders or bodies
`;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    kills: { type: "string", default: "1000" },
    bodies: { type: "string", default: "100000" },
    lock: { type: "string", default: "120" },
    json: { type: "string" },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const seed = Number(values.seed);
const third = Math.ceil(Number(values.kills) / 3);
const bodies = Number(values.bodies);

const kinds: readonly {
  readonly name: string;
  readonly run: (material: FaultMaterial) => Promise<FaultResult>;
}[] = [
  { name: "ingest", run: (material) => killIngests(material, third) },
  { name: "worker", run: (material) => killWorkers(material, third) },
  { name: "server", run: (material) => killServers(material, third) },
  { name: "disk", run: (material) => fillDisks(material, 10) },
  { name: "lock", run: (material) => holdLock(material, Number(values.lock) * 1000) },
  { name: "pages", run: (material) => tearPages(material, 40) },
  { name: "clock", run: (material) => jumpClock(material, 20) },
  { name: "senders", run: (material) => sendSlowly(material, 200) },
  { name: "bodies", run: (material) => postMutated(material, Math.ceil(bodies / 50)) },
  { name: "bodies", run: () => decodeMutated(seed, bodies) },
];

if (values.help) console.log(help);
else await runAll();

async function runAll(): Promise<void> {
  const material = await createFaultMaterial(seed, 16);
  const results: (FaultResult & { readonly seconds: number })[] = [];
  const [loadAtStart = 0] = loadavg();
  for (const { name, run } of kinds) {
    if (values.only !== undefined && values.only !== name) continue;
    const beganMs = performance.now();
    const result = await run(material);
    results.push({ ...result, seconds: Math.round((performance.now() - beganMs) / 1000) });
    print(results);
  }
  material.remove();
  const machine = { cpus: cpus().length, node: process.version, loadAtStart };
  if (values.json !== undefined) {
    mkdirSync(dirname(values.json), { recursive: true });
    writeFileSync(values.json, `${JSON.stringify({ seed, machine, results }, null, 2)}\n`);
  }
  if (results.some(({ losses }) => losses.length > 0)) process.exitCode = 1;
}

/** The last result as a line of the table, with what was lost. */
function print(results: readonly (FaultResult & { readonly seconds: number })[]): void {
  const widths = [32, 8, 8, 8, 8] as const;
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join("  ");
  if (results.length === 1) console.log(line(["fault", "tried", "losses", "digests", "seconds"]));
  const last = results.at(-1);
  if (last === undefined) return;
  const { kind, tried, losses, digests, seconds, figures } = last;
  const words = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`${line([kind, tried, losses.length, digests, seconds])}  ${words.join("; ")}`);
  for (const loss of losses) console.log(`  lost: ${loss}`);
}
