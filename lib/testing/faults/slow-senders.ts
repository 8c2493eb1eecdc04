import { connect as connectSocket, type Socket } from "node:net";
import { startServer } from "../start-server";
import type { FaultMaterial } from "./fault-material";
import { digestAt } from "./fault-place";
import { createFaultTally, type FaultResult } from "./fault-result";
import { sendAll } from "./send-all";

/** A good sender does not wait longer beside the slow ones. */
const answerMaxMs = 5000;

/**
 * Beside ordinary senders, some send a byte a second and some cut off in the middle, all of whom send the same again
 * as they should. All of them are one sender here, as none has a token.
 * @param count of the slow ones; with the others fewer than one sender may have under way (body-budget.ts)
 */
export async function sendSlowly(material: FaultMaterial, count: number): Promise<FaultResult> {
  const tally = createFaultTally("slow and cut off senders", material.seed);
  const place = await material.empty();
  const running = await startServer(material.server, place);
  const port = Number(new URL(running.url).port);
  const { requests } = material;
  const sockets: Socket[] = [];
  const timers: NodeJS.Timeout[] = [];
  for (let number = 0; number < count; number += 1) {
    const body = Buffer.from(JSON.stringify(requests[number % requests.length] ?? {}));
    const socket = connectSocket(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      `POST /v1/traces HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n`,
    );
    sockets.push(socket);
    if (number % 2 === 0) {
      socket.write(body.subarray(0, body.length / 2));
      socket.end(() => socket.destroy());
      continue;
    }
    let at = 0;
    timers.push(setInterval(() => socket.write(body.subarray(at, (at += 1))), 1000));
  }
  const { statuses, slowestMs } = await sendAll({ urlOf: () => running.url, requests });
  tally.measure(running.child.pid);
  for (const timer of timers) clearInterval(timer);
  for (const socket of sockets) socket.destroy();
  for (const status of statuses) {
    tally.count(`status ${String(status)}`);
    if (status !== 200) tally.lose(`answered ${String(status)}`);
  }
  tally.took("slowestMs", slowestMs, answerMaxMs, "slow senders");
  await running.kill();
  tally.compareDigest(await digestAt(place), material.digests.requests, "slow senders");
  return tally.end(count);
}
