import { Readable } from "node:stream";
import { digest } from "@/lib/pipeline/derive/digest";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { decodeHere } from "@/lib/pipeline/intake/decode-file";
import { ingestFile } from "@/lib/pipeline/intake/ingest-file";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { readSettings } from "@/lib/store/decisions/decisions";
import { countFailed, readQueueState } from "@/lib/store/queue";
import { seededRandom } from "../seeded-random";
import { asLines } from "../spans/otlp";
import { withTestWorkspace } from "../test-workspace";
import type { FaultMaterial } from "./fault-material";
import { createFaultTally, type FaultResult } from "./fault-result";

const dayUs = 86_400_000_000;
const startUs = 1_780_000_000_000_000;

/** Stores and derives while the clock jumps by up to two days, back and forth, between batches and cases. */
export async function jumpClock(material: FaultMaterial, times: number): Promise<FaultResult> {
  const tally = createFaultTally("clock jumps", material.seed);
  let jumps = 0;
  for (let time = 0; time < times; time += 1) {
    const random = seededRandom(material.seed + 5 + time);
    let atUs = startUs;
    const now = () => {
      atUs += 1000;
      if (random.below(10) === 0) {
        jumps += 1;
        atUs += (random.below(5) - 2) * dayUs;
      }
      return atUs;
    };
    await withTestWorkspace(async ({ db, folder, maskAnswer }) => {
      const size = 1 + random.below(20);
      for (let from = 0; from < material.requests.length; from += size) {
        const lines = asLines(material.requests.slice(from, from + size));
        const decode = decodeHere(() => Readable.from([Buffer.from(lines)]));
        const preparation = createPreparation(await readSettings(db), folder);
        const context = { db, preparation, now, onProgress: () => undefined };
        await ingestFile({ name: "part.jsonl", decode }, context);
        if (random.below(3) === 0) await drainQueue(db, { now, maskAnswer, settleUs: 50_000 });
      }
      await drainQueue(db, { now, maskAnswer });
      const where = `run ${String(time)}`;
      const { depth } = await readQueueState(db);
      if (depth + (await countFailed(db)) > 0) tally.lose(`${where}: entries were left`);
      tally.compareDigest(await digest(db), material.digests.requests, where);
    });
  }
  tally.count("runs", times);
  tally.measure(process.pid);
  return tally.end(jumps);
}
