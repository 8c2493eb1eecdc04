import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "../seeded-random";
import { startServer } from "../start-server";
import type { FaultMaterial } from "./fault-material";
import { digestAt } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";
import { sendAll } from "./send-all";

/**
 * Kills a server that stores and takes the log of its workspace's file away, as a copy of `main.db` alone does. What was
 * only in the log is gone; right is a workspace that takes all of it again, or a sentence with the name of its file.
 */
export async function loseLogs(material: FaultMaterial, times: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 8);
  const tally = createFaultTally("lost log", material.seed);
  for (let time = 0; time < times; time += 1) {
    const where = `log ${String(time)}`;
    const place = await material.empty();
    const running = await startServer(material.server, place);
    let isOver = false;
    const { requests } = material;
    const sending = sendAll({ urlOf: () => running.url, requests, isOver: () => isOver });
    await wait(100 + random.below(2000));
    isOver = true;
    await running.kill();
    await sending;
    for (const end of ["-wal", "-shm"]) rmSync(`${place.location}${end}`, { force: true });

    const next = await startServer(material.server, place);
    const ready = await fetch(next.url.replace("/v1/traces", "/readyz"));
    if (ready.status === 503) {
      const why = await ready.text();
      if (!/main\.db/u.test(why)) tally.lose(`${where}: /readyz says ${why.slice(0, 200)}`);
      tally.count("told");
    } else {
      const { statuses } = await sendAll({ urlOf: () => next.url, requests });
      const wrong = statuses.filter((status) => status !== 200 && status !== 503);
      if (wrong.length > 0) tally.lose(`${where}: answered ${wrong.join(", ")}`);
      tally.count("whole again");
    }
    await next.kill();
    if (ready.status !== 503)
      tally.compareDigest(await digestAt(place), material.digests.requests, where);
  }
  return tally.end(times);
}
