import { setTimeout as wait } from "node:timers/promises";
import { runCli } from "../run-cli";
import { seededRandom } from "../seeded-random";
import { startServer, type TestServer } from "../start-server";
import { lengthOf, timeWithin } from "./command-length";
import type { FaultMaterial } from "./fault-material";
import { digestAt, spanIdsOf, storedSpanIds, type FaultPlace } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";
import { runKilled } from "./run-killed";
import { sendAll } from "./send-all";

/** How many processes are killed one after another on the same data, which then have to be whole. */
const killsPerFolder = 5;

/** Calls `work` once for each folder with the number of kills on it. */
async function inFolders(
  kills: number,
  work: (killsHere: number, folder: number) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < kills; done += killsPerFolder)
    await work(Math.min(killsPerFolder, kills - done), done / killsPerFolder);
}

type KilledCommand = {
  readonly kind: string;
  readonly args: readonly string[];
  /** A new workspace that the command has work in. */
  readonly place: () => Promise<FaultPlace>;
  /** Whether the same command runs beside the last one that is killed. */
  readonly hasOther: boolean;
};

/**
 * Kills a command several times on the same data, then runs it to its end. Where it ends before it is killed, new data
 * follow, and the next ones are killed earlier: what else the machine does changes how long it takes.
 */
async function killCommand(
  { seed, digests }: FaultMaterial,
  { kind, args, place: newPlace, hasOther }: KilledCommand,
  kills: number,
): Promise<FaultResult> {
  const random = seededRandom(seed);
  const tally = createFaultTally(kind, seed);
  let wholeMs = await lengthOf(args, await newPlace());
  let [killed, ended] = [0, 0];
  for (let at = 0; killed < kills && ended <= kills; at += 1) {
    const place = await newPlace();
    const where = `folder ${String(at)}`;
    for (let kill = 1; kill <= killsPerFolder && killed < kills; kill += 1) {
      const afterMs = timeWithin(wholeMs, random);
      const other = hasOther && kill === killsPerFolder ? runCli(args, place) : null;
      const wasKilled = await runKilled(args, place, { afterMs, tally });
      const beside = await other;
      if (beside !== null && beside.code !== 0) tally.lose(`${where}: ${beside.stderr}`);
      wholeMs *= wasKilled ? 1.05 : 0.8;
      if (wasKilled) killed += 1;
      else {
        ended += 1;
        break;
      }
    }
    const { code, stderr } = await runCli(args, place);
    if (code !== 0) tally.lose(`${where}: ${stderr}`);
    tally.compareDigest(await digestAt(place), digests.files, where);
  }
  tally.count("ended before", ended);
  return tally.end(killed);
}

/** Kills `throughline ingest` and the threads that derive in it. */
export function killIngests(material: FaultMaterial, kills: number): Promise<FaultResult> {
  const args = ["ingest", ...material.files];
  const kind = "kill -9 of throughline ingest";
  return killCommand(material, { kind, args, place: material.empty, hasOther: false }, kills);
}

/** Kills `throughline worker`, at times beside another that derives the same workspace. */
export function killWorkers(material: FaultMaterial, kills: number): Promise<FaultResult> {
  const kind = "kill -9 of throughline worker";
  const place = material.stored;
  return killCommand(material, { kind, args: ["worker", "--once"], place, hasOther: true }, kills);
}

/** Kills a server while senders post; it starts again, and they send again what got no answer. */
export async function killServers(material: FaultMaterial, kills: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 2);
  const tally = createFaultTally("kill -9 of a server", material.seed);
  await inFolders(kills, async (killsHere, folder) => {
    const place = await material.empty();
    const stored = new Set<string>();
    let running: TestServer = await startServer(material.server, place);
    let isDown = false;
    const sending = sendAll({
      urlOf: () => (isDown ? null : running.url),
      requests: material.requests,
      onStored: (request) => spanIdsOf(request).forEach((id) => stored.add(id)),
    });
    for (let kill = 0; kill < killsHere; kill += 1) {
      await wait(20 + random.below(600));
      isDown = true;
      tally.measure(running.child.pid);
      await running.kill();
      const there = stored.size === 0 ? new Set() : await storedSpanIds(place);
      const lost = [...stored].filter((id) => !there.has(id));
      if (lost.length > 0)
        tally.lose(`folder ${String(folder)}, kill ${String(kill)}: ${String(lost.length)} spans`);
      running = await startServer(material.server, place);
      isDown = false;
    }
    const { statuses } = await sending;
    for (const status of statuses) tally.count(`status ${String(status)}`);
    const wrong = statuses.filter((status) => status !== 200 && status !== 503);
    if (wrong.length > 0) tally.lose(`folder ${String(folder)}: answered ${wrong.join(", ")}`);
    await running.kill();
    tally.count("spans acknowledged", stored.size);
    const digest = await digestAt(place);
    tally.compareDigest(digest, material.digests.requests, `folder ${String(folder)}`);
  });
  return tally.end(kills);
}
