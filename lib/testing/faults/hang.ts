import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { runCli } from "../run-cli";
import { seededRandom } from "../seeded-random";
import { lengthOf, timeWithin } from "./command-length";
import type { FaultMaterial } from "./fault-material";
import { digestAt } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";

/** A worker that hangs holds at most one lock, for which another waits five seconds. */
const besideMaxMs = 120_000;
const lockedSentence = /another process/iu;

/**
 * Stops a worker at a random instant, so that it neither ends nor goes on, and runs another on the same workspace: it
 * comes to its end, or says that another process holds the lock. Then the first one is killed or goes on. Where it ends
 * before it is stopped, the next ones are stopped earlier.
 */
export async function hangWorkers(material: FaultMaterial, times: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 6);
  const tally = createFaultTally("worker that hangs", material.seed);
  const args = ["worker", "--once"];
  let wholeMs = await lengthOf(args, await material.stored());
  let [stopped, ended] = [0, 0];
  while (stopped < times && ended <= times) {
    const place = await material.stored();
    const where = `hang ${String(stopped)}`;
    const children: ChildProcess[] = [];
    const first = runCli(args, { ...place, onStart: (child) => void children.push(child) });
    await wait(timeWithin(wholeMs, random));
    const [child] = children;
    if (child?.exitCode !== null || !child.kill("SIGSTOP")) {
      ended += 1;
      wholeMs *= 0.8;
      await first;
      continue;
    }
    stopped += 1;
    tally.measure(child.pid);
    const beganMs = performance.now();
    const beside = await runCli(args, place);
    tally.took("besideMs", performance.now() - beganMs, besideMaxMs, where);
    tally.count(beside.code === 0 ? "another derived" : "another was told of the lock");
    if (beside.code !== 0 && !lockedSentence.test(beside.stderr))
      tally.lose(`${where}: another said ${beside.stderr.slice(0, 200)}`);
    const goesOn = random.below(2) === 0;
    child.kill(goesOn ? "SIGCONT" : "SIGKILL");
    const { code, stderr } = await first;
    if (goesOn && code !== 0) tally.lose(`${where}: it went on and said ${stderr.slice(0, 200)}`);
    const last = await runCli(args, place);
    if (last.code !== 0) tally.lose(`${where}: ${last.stderr.slice(0, 200)}`);
    tally.compareDigest(await digestAt(place), material.digests.files, where);
  }
  tally.count("ended before", ended);
  return tally.end(stopped);
}
