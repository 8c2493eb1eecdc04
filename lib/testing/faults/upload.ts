import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { seededRandom } from "../seeded-random";
import { startServer, type TestServer } from "../start-server";
import type { FaultMaterial } from "./fault-material";
import { digestAt } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";

const uploadsSchema = z.array(z.object({ state: z.object({ kind: z.string() }) }));
const addressOf = ({ url }: TestServer) => url.replace("/v1/traces", "/uploads");

/**
 * Kills a server once or twice while it is sent a file or reads it. A file that was answered 201 is read whole then; one
 * that was not is sent again, and makes nothing twice.
 */
export async function killUploads(material: FaultMaterial, times: number): Promise<FaultResult> {
  const random = seededRandom(material.seed + 9);
  const tally = createFaultTally("kill -9 of a server that has a file", material.seed);
  for (let time = 0; time < times; time += 1) {
    const where = `upload ${String(time)}`;
    const place = await material.empty();
    let running = await startServer(material.server, place);
    const waiting = [...material.files];
    for (let kill = 0; kill < 1 + random.below(2); kill += 1) {
      const sending = send(running, waiting, tally.count);
      await wait(random.below(1200));
      tally.measure(running.child.pid);
      await running.kill();
      await sending;
      running = await startServer(material.server, place);
    }
    await send(running, waiting, tally.count);
    if (waiting.length > 0) tally.lose(`${where}: a file is not taken`);
    for (const kind of await endsOf(running, place.data))
      if (kind === "failed") tally.lose(`${where}: a file is not read`);
    await running.kill();
    tally.compareDigest(await digestAt(place), material.digests.files, where);
  }
  return tally.end(times);
}

/** Sends files one after the other, and takes out of the list what was answered 201. Ends where the connection breaks. */
async function send(
  server: TestServer,
  waiting: string[],
  count: (what: string) => void,
): Promise<void> {
  for (let [file] = waiting; file !== undefined; [file] = waiting) {
    const headers = { "x-upload-id": randomBytes(16).toString("hex"), "x-file-name": "a.jsonl" };
    const body = readFileSync(file);
    const status = await fetch(addressOf(server), { method: "POST", headers, body }).then(
      (answer) => answer.status,
      () => 0,
    );
    count(`status ${String(status)}`);
    if (status !== 201) return;
    waiting.shift();
  }
}

/** How the files ended that this server read, once none is left in the data folder. */
async function endsOf(server: TestServer, data: string): Promise<readonly string[]> {
  const folder = join(data, "uploads");
  while (existsSync(folder) && readdirSync(folder).length > 0) await wait(100);
  const uploads = uploadsSchema.parse(await (await fetch(addressOf(server))).json());
  return uploads.map(({ state }) => state.kind);
}
