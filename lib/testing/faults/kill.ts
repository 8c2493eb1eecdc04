import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { runCli } from "../run-cli";
import { seededRandom } from "../seeded-random";
import { startServer, type TestServer } from "../start-server";
import { digestOfFolder, spanIdsOf, storedSpanIds, type FaultMaterial } from "./fault-material";
import { createFaultTally, type FaultResult } from "./fault-result";
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

/** Kills a process at a random instant. @returns whether it was killed before it ended */
async function runKilled(args: readonly string[], data: string, afterMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const onStart = (child: ChildProcess) => {
    timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  };
  const { code } = await runCli(args, { data, onStart });
  clearTimeout(timer);
  return code === null;
}

/** How long a command takes when it is left alone, milliseconds. */
async function lengthOf(args: readonly string[], data: string): Promise<number> {
  const beganMs = performance.now();
  const { code, stderr } = await runCli(args, { data });
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${String(code)}: ${stderr}`);
  return performance.now() - beganMs;
}

/** Of a command's time, the first part is its start: nothing happens that a kill could harm. */
const startShare = 0.25;

/** Kills `throughline ingest` and the threads that derive in it; then it is run to its end. */
export async function killIngests(material: FaultMaterial, kills: number): Promise<FaultResult> {
  const random = seededRandom(material.seed);
  const tally = createFaultTally();
  const args = ["ingest", ...material.files];
  const wholeMs = await lengthOf(args, material.folder());
  let early = 0;
  await inFolders(kills, async (killsHere, folder) => {
    const data = material.folder();
    for (let kill = 0; kill < killsHere; kill += 1) {
      const afterMs = wholeMs * (startShare + (random.below(1000) / 1000) * (1 - startShare));
      if (!(await runKilled(args, data, afterMs))) early += 1;
    }
    const { code, stderr } = await runCli(args, { data });
    if (code !== 0) tally.lose(`folder ${String(folder)}: ${stderr}`);
    const digest = await digestOfFolder(data);
    tally.compareDigest(digest, material.digests.files, `folder ${String(folder)}`);
  });
  const { seed } = material;
  const kind = "kill -9 of throughline ingest";
  return tally.end({ kind, seed, tried: kills - early }, { endedBefore: early });
}

/** Kills one of two `throughline worker` that derive the same workspace; the other goes on. */
export async function killWorkers(material: FaultMaterial, kills: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 1);
  const tally = createFaultTally();
  const args = ["worker", "--once"];
  const wholeMs = await lengthOf(args, material.storedFolder());
  let early = 0;
  await inFolders(kills, async (killsHere, folder) => {
    const data = material.storedFolder();
    for (let kill = 0; kill < killsHere; kill += 1) {
      const afterMs = wholeMs * (startShare + (random.below(1000) / 1000) * (1 - startShare));
      const isBeside = kill === killsHere - 1;
      const beside = isBeside ? runCli(args, { data }) : null;
      if (!(await runKilled(args, data, afterMs))) early += 1;
      if (beside !== null && (await beside).code !== 0)
        tally.lose(`folder ${String(folder)}: ${(await beside).stderr}`);
    }
    const digest = await digestOfFolder(data);
    tally.compareDigest(digest, material.digests.files, `folder ${String(folder)}`);
  });
  const { seed } = material;
  const kind = "kill -9 of throughline worker";
  return tally.end({ kind, seed, tried: kills - early }, { endedBefore: early });
}

/** Kills a server while senders post; it starts again, and they send again what got no answer. */
export async function killServers(material: FaultMaterial, kills: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 2);
  const tally = createFaultTally();
  let acknowledged = 0;
  await inFolders(kills, async (killsHere, folder) => {
    const data = material.folder();
    const stored = new Set<string>();
    let running: TestServer = await startServer(material.server, data);
    let isDown = false;
    const sending = sendAll({
      urlOf: () => (isDown ? null : running.url),
      requests: material.requests,
      onStored: (request) => spanIdsOf(request).forEach((id) => stored.add(id)),
    });
    for (let kill = 0; kill < killsHere; kill += 1) {
      await wait(20 + random.below(600));
      isDown = true;
      await running.kill();
      const there = stored.size === 0 ? new Set() : storedSpanIds(data);
      const lost = [...stored].filter((id) => !there.has(id));
      if (lost.length > 0)
        tally.lose(`folder ${String(folder)}, kill ${String(kill)}: ${String(lost.length)} spans`);
      running = await startServer(material.server, data);
      isDown = false;
    }
    const { statuses } = await sending;
    const wrong = statuses.filter((status) => status !== 200 && status !== 503);
    if (wrong.length > 0) tally.lose(`folder ${String(folder)}: answered ${wrong.join(", ")}`);
    await running.kill();
    acknowledged += stored.size;
    const digest = await digestOfFolder(data);
    tally.compareDigest(digest, material.digests.requests, `folder ${String(folder)}`);
  });
  const { seed } = material;
  return tally.end({ kind: "kill -9 of a server", seed, tried: kills }, { acknowledged });
}
