import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toRequest, writeResponse } from "@/lib/pipeline/intake/to-request";
import { createBodyBudget, leaseBody, processBodyBudget } from "./body-budget";
import { readBody } from "./read-body";
import { receiveTraces, type SubmitTraces } from "./receive-traces";
import type { SubmitResult } from "../worker/worker-protocol";

const MiB = 1024 * 1024;
const counts = {
  overwritten: 0,
  differing: 0,
  accepted: 1,
  duplicate: 0,
  rejected: 0,
  erased: 0,
  expired: 0,
};
const stored: SubmitResult = { ...counts, firstReasons: [], isUndecodable: false };

/** Bodies that reached the writer; it stores nothing before `store` is called. */
let reached: Parameters<SubmitTraces>[0][] = [];
let store = (): void => undefined;
let written = Promise.resolve();

const server = createServer((incoming, outgoing) => {
  const submit: SubmitTraces = async (body) => {
    reached.push(body);
    await written;
    return stored;
  };
  void receiveTraces(toRequest(incoming), submit).then((response) =>
    writeResponse(response, outgoing),
  );
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function keepWriterBusy(): void {
  reached = [];
  written = new Promise((resolve) => (store = resolve));
}

function open(headers: Readonly<Record<string, string>> = {}) {
  const { port } = server.address() as AddressInfo;
  const json = { "content-type": "application/json" };
  const at = { port, host: "127.0.0.1", method: "POST", path: "/v1/traces", agent: false };
  return httpRequest({ ...at, headers: { ...json, ...headers } });
}

/**
 * Sends a body.
 * @returns its status and Retry-After
 */
async function send(body: Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  const outgoing = open(headers).end(body);
  const [incoming] = (await once(outgoing, "response")) as [import("node:http").IncomingMessage];
  incoming.resume();
  await once(incoming, "end");
  return { status: incoming.statusCode, retryAfter: incoming.headers["retry-after"] };
}

describe("the memory for the bodies of all requests", () => {
  it("is bounded when sixty bombs come at once, and is there again afterwards", async () => {
    const bomb = gzipSync(Buffer.alloc(63 * MiB, " "));
    const before = process.memoryUsage.rss();
    let highest = before;
    const watching = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss());
    }, 5);
    keepWriterBusy();
    let refused = 0;
    const bombs = Array.from({ length: 60 }, async () => {
      const answer = await send(bomb, { "content-encoding": "gzip" });
      if (answer.status === 503) refused += 1;
      return answer;
    });
    await expect.poll(() => refused + reached.length).toBe(60);
    const ordinary = send(Buffer.from("{}"));
    await expect.poll(() => reached.some(({ chunks }) => chunks[0]?.length === 2)).toBe(true);
    store();
    const answers = await Promise.all(bombs);
    clearInterval(watching);
    expect(await ordinary).toMatchObject({ status: 200 });
    const kept = answers.filter(({ status }) => status === 200);
    expect(kept.length).toBeGreaterThanOrEqual(1);
    expect(kept.length).toBeLessThanOrEqual(3);
    expect(answers.filter(({ retryAfter }) => retryAfter === "2")).toHaveLength(60 - kept.length);
    expect(highest - before).toBeLessThan(400e6);
    expect(processBodyBudget().heldBytes).toBe(0);
    expect(await send(bomb, { "content-encoding": "gzip" })).toMatchObject({ status: 200 });
  });

  it("is given back by a sender that goes away in the middle", async () => {
    const outgoing = open({ "content-length": String(8 * MiB) });
    outgoing.on("error", () => undefined);
    outgoing.write(Buffer.alloc(2 * MiB));
    await expect.poll(() => processBodyBudget().heldBytes).toBeGreaterThan(MiB);
    outgoing.destroy();
    await expect.poll(() => processBodyBudget().heldBytes).toBe(0);
  });

  it("is not held by a sender that takes too long", async () => {
    const stalled = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new Uint8Array(10));
      },
    });
    const limits = { isGzip: false, maxBytes: MiB, grow: () => undefined, maxMs: 20 };
    await expect(readBody(stalled, limits)).rejects.toMatchObject({
      code: "busy",
      message: expect.stringContaining("0.02 seconds") as string,
    });
  });

  it("leaves an eighth to small bodies, and never gives the same bytes back twice", () => {
    const budget = createBodyBudget();
    const lease = (sender: string) => leaseBody(budget, 16 * MiB, sender);
    const large = lease("one");
    large.grow(14 * MiB);
    expect(() => {
      large.grow(1);
    }).toThrow("send the same request again later");
    const small = lease("other");
    small.grow(MiB);
    expect(() => {
      small.grow(1);
    }).toThrow();
    large.release();
    large.release();
    expect(budget.heldBytes).toBe(MiB);
  });

  it("is at most half one sender's, unless a single body takes it, and so are the places", () => {
    const budget = createBodyBudget();
    const lease = (sender: string) => leaseBody(budget, 16 * MiB, sender);
    const first = lease("one");
    first.grow(6 * MiB);
    const second = lease("one");
    second.grow(2 * MiB);
    expect(() => {
      second.grow(1);
    }).toThrow("fill the memory");
    lease("other").grow(6 * MiB);
    first.release();
    second.release();
    const slow = Array.from({ length: 32 }, () => lease("one"));
    expect(() => lease("one")).toThrow(/ this sender .*\(32\)/u);
    lease("other").release();
    slow[0]?.release();
    lease("one").release();
  });
});
