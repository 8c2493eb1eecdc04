import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { statement } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";
import { createScratch } from "@/lib/testing/run-cli";
import { seededRandom } from "@/lib/testing/seeded-random";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { cannotTest } from "@/lib/testing/cannot-test";
import { bundleServer, startServer } from "@/lib/testing/start-server";

const scratch = createScratch();
afterAll(() => scratch.remove());

/** More than may wait for the writer. */
const senders = 320;
const spansEach = 20;
/** The most memory that the server held. */
let peakKilobytes: number | null = NaN;

it("refuses what is more than the writer can take, for a while, and loses nothing of it", async () => {
  const random = seededRandom(3);
  const data = scratch.folder();
  const server = await startServer(await bundleServer(scratch.folder()), data);
  const bodies = Array.from({ length: senders }, () => JSON.stringify(request(random)));
  let refused = 0;
  const send = async (body: string): Promise<void> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(server.url, { method: "POST", headers, body });
    if (answer.status === 200) return;
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
    refused += 1;
    await wait(2000);
    await send(body);
  };
  await send(bodies[0] ?? "");
  await Promise.all(bodies.slice(1).map(send));
  expect(refused).toBeGreaterThan(0);
  peakKilobytes = readPeakKilobytes(server.child.pid);
  await server.kill();
  const reader = openReader(join(data, "main.db"));
  const [stored] = await reader.read((connection) =>
    statement<[], { many: number }>(connection, "SELECT count(*) AS many FROM spans").all(),
  );
  await reader.close();
  expect(stored?.many).toBe(senders * spansEach);
});

it("holds less than a gigabyte meanwhile", () => {
  if (peakKilobytes === null) cannotTest("only Linux tells the most memory that a process held");
  expect(peakKilobytes).toBeLessThan(1_000_000);
});

function readPeakKilobytes(pid: number | undefined): number | null {
  if (process.platform !== "linux") return null;
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1]);
}

function request(random: ReturnType<typeof seededRandom>) {
  const traceId = random.hex(32);
  const spans = Array.from({ length: spansEach }, (_, index) => ({
    traceId,
    spanId: random.hex(16),
    name: "message",
    startUs: 1_767_600_000_000_000 + index,
    attributes: {
      case_id: `C-${traceId}`,
      channel: "chat",
      "message.role": "customer",
      "message.content": `Where is my parcel ${random.hex(8)}? I asked for it a week ago.`,
    },
  }));
  return otlpRequest(spans);
}
