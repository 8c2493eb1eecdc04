import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { decodeMutated, postMutated } from "@/lib/testing/faults/bodies";
import { jumpClock } from "@/lib/testing/faults/clock";
import { killErasures } from "@/lib/testing/faults/erase";
import { createFaultMaterial, type FaultMaterial } from "@/lib/testing/faults/fault-material";
import type { FaultResult } from "@/lib/testing/faults/fault-result";
import { startFaultServer, type FaultServer } from "@/lib/testing/faults/fault-server";
import { hangWorkers } from "@/lib/testing/faults/hang";
import { killIngests, killServers, killWorkers } from "@/lib/testing/faults/kill";
import { loseLogs } from "@/lib/testing/faults/lose-log";
import { disturbCommands, disturbServers } from "@/lib/testing/faults/postgres";
import { killUploads } from "@/lib/testing/faults/upload";
import { sendSlowly } from "@/lib/testing/faults/slow-senders";
import { fillDisks, holdLock, mayMount, tearPages } from "@/lib/testing/faults/storage";
import { mergeFaults } from "./merge-faults";

const help = `Tries faults of processes, disks, clocks and senders, and says what was lost.

  npm run faults -- [--seed 1] [--kills 1000] [--bodies 100000] [--rounds 10] [--json out.json] [--only <kind>]
    [--engine sqlite|postgres]

  --kills   kills of processes in all, a third each of ingest, worker and server
  --bodies  mutated bodies that are decoded; one of fifty is posted, too
  --lock    seconds that a workspace is locked; default 120
  --rounds  each tries its part of everything on other data; the report is written after each kind; default 10
  --only    ingest, worker, server (killed), hang, senders, bodies; of files also disk, lock, pages, log (lost),
            upload and erase (killed), clock; of PostgreSQL also restarts (of it, cut connections and a shut way, under a
            server) and commands (the same under those)
  --engine  where the workspaces are; default sqlite; postgres is a server that is started for it
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
    engine: { type: "string", default: "sqlite" },
    help: { type: "boolean", default: false },
  },
});

/** How many faults of each kind a round tries. */
const inRound = (of: string) => Math.ceil(Number(of) / Number(values.rounds));
const third = Math.ceil(inRound(values.kills) / 3);
const bodies = inRound(values.bodies);

type Kind = {
  readonly name: string;
  readonly run: (material: FaultMaterial) => Promise<FaultResult>;
};

const ofBoth: readonly Kind[] = [
  { name: "ingest", run: (material) => killIngests(material, third) },
  { name: "worker", run: (material) => killWorkers(material, third) },
  { name: "server", run: (material) => killServers(material, third) },
  { name: "hang", run: (material) => hangWorkers(material, 2) },
  { name: "senders", run: (material) => sendSlowly(material, 30) },
  { name: "bodies", run: (material) => postMutated(material, Math.ceil(bodies / 50)) },
];
const ofFiles: readonly Kind[] = [
  { name: "disk", run: tryDisks },
  { name: "lock", run: (material) => holdLock(material, inRound(values.lock) * 1000) },
  { name: "pages", run: (material) => tearPages(material, 4) },
  { name: "log", run: (material) => loseLogs(material, 4) },
  { name: "upload", run: (material) => killUploads(material, 4) },
  { name: "erase", run: ({ seed }) => killErasures(seed, 4) },
  { name: "clock", run: (material) => jumpClock(material, 3) },
  { name: "bodies", run: ({ seed }) => decodeMutated(seed, bodies) },
];
const ofPostgres = (server: FaultServer): readonly Kind[] => [
  { name: "restarts", run: (material) => disturbServers(material, server, 12) },
  { name: "commands", run: (material) => disturbCommands(material, server, 8) },
];

type TimedResult = FaultResult & { readonly seconds: number };

if (values.help) console.log(help);
else await runAll();

async function runAll(): Promise<void> {
  const results = new Map<string, TimedResult>();
  const [loadAtStart = 0] = loadavg();
  const server = values.engine === "postgres" ? await startFaultServer() : null;
  const kinds = [...ofBoth, ...(server === null ? ofFiles : ofPostgres(server))];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Bodies are numbered by seed, and none is tried twice.
    const seed = Number(values.seed) + round * bodies;
    const material = await createFaultMaterial(seed, 16, server?.databases);
    for (const { name, run } of kinds) {
      if (values.only !== undefined && values.only !== name) continue;
      const beganMs = performance.now();
      const result = await run(material);
      add(results, { ...result, seconds: Math.round((performance.now() - beganMs) / 1000) });
      writeReport({ rounds: round + 1, loadAtStart, results: [...results.values()] });
    }
    material.remove();
  }
  await server?.stop();
  for (const result of results.values()) print(result);
  if ([...results.values()].some(({ losses, late }) => losses.length + late.length > 0))
    process.exitCode = 1;
}

async function tryDisks(material: FaultMaterial): Promise<FaultResult> {
  const result = await fillDisks(material, 1, "limit of a file");
  return mayMount() ? mergeFaults(result, await fillDisks(material, 1, "small disk")) : result;
}

/** Adds a result to those of its kind, and prints what was lost. */
function add(results: Map<string, TimedResult>, result: TimedResult): void {
  const { kind, losses, late, seconds } = result;
  console.log(`${kind}: ${String(result.tried)} tried in ${String(seconds)} s`);
  for (const loss of losses) console.log(`  lost: ${loss}`);
  for (const each of late) console.log(`  late: ${each}`);
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
  const { seed, engine } = values;
  const text = JSON.stringify({ seed: Number(seed), engine, machine, ...report }, null, 2);
  writeFileSync(values.json, `${text}\n`);
}

function print({ kind, tried, losses, late, digests, counts, most, seconds }: TimedResult): void {
  const { compared, differing } = digests;
  const words = Object.entries({ ...counts, ...most }).map(
    ([name, value]) => `${name} ${String(value)}`,
  );
  const equal = compared === 0 ? "none compared" : differing === 0 ? "equal" : "differ";
  console.log(
    `${kind}: tried ${String(tried)}; losses ${String(losses.length)}; late ${String(late.length)}; digests ${String(compared)}, ${equal}; ${String(seconds)} s; ${words.join("; ")}`,
  );
}
