import { once } from "node:events";
import { createReadStream, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Worker } from "node:worker_threads";
import { afterAll, expect, it } from "vitest";
import { decodeRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { createScratch } from "@/lib/testing/run-cli";
import { decodeFile } from "../decode-file";
import type { Body } from "./preparer-protocol";
import { startDecoder } from "./start-decoder";

const decoder = startDecoder();
afterAll(() => decoder.stop());

const request = otlpRequest(
  Array.from({ length: 300 }, (_, index) => ({
    traceId: "a".repeat(32),
    spanId: (index + 1).toString(16).padStart(16, "0"),
    startUs: 1_767_600_000_000_000,
    attributes: { "gen_ai.operation.name": "chat", note: `number ${String(index)}`.repeat(50) },
  })),
);
const encoded = {
  json: new TextEncoder().encode(JSON.stringify(request)),
  protobuf: encodeProtobuf(request),
};

/** A body whose bytes nobody else has, in chunks. */
function bodyOf(encoding: Body["encoding"], bytes: Uint8Array = encoded[encoding]): Body {
  const middle = Math.floor(bytes.length / 2);
  const chunks = [bytes.slice(0, middle), bytes.slice(middle)];
  return { encoding, chunks: chunks.map((chunk) => new Uint8Array(chunk)) };
}

async function collect(body: Body, owner = "one"): Promise<DecodedItem[]> {
  return itemsOf(decoder.decode(body, owner));
}

it.each(["json", "protobuf"] as const)("decodes %s as it is decoded whole", async (encoding) => {
  const whole = decodeRequest({ bytes: encoded[encoding], encoding });
  expect(whole).toHaveLength(300);
  expect(await collect(bodyOf(encoding))).toEqual(whole);
});

it("decodes bodies of several senders in turn", async () => {
  const two = [decoder.decode(bodyOf("json"), "one"), decoder.decode(bodyOf("protobuf"), "two")];
  const counts = [0, 0];
  for (let turn = 0; turn < 5; turn += 1) {
    for (const [at, body] of two.entries()) {
      const step = await body.next();
      if (step.done !== true) counts[at] = (counts[at] ?? 0) + step.value.length;
    }
  }
  expect(counts).toEqual([300, 300]);
});

it.each([
  ["JSON that is cut", bodyOf("json", encoded.json.subarray(0, 5000)), "JSON"],
  [
    "protobuf that is cut",
    bodyOf("protobuf", encoded.protobuf.subarray(0, 5000)),
    "resourceSpans[0]",
  ],
])("refuses %s before its first part", async (_, body, sentence) => {
  await expect(decoder.decode(body, "one").next()).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringContaining(sentence) as unknown,
  });
});

const scratch = createScratch();
afterAll(() => scratch.remove());

it("decodes a file as this thread does, and says how far it is", async () => {
  const lines = `${JSON.stringify(request)}\n`.repeat(3);
  const path = scratch.file("export.jsonl.gz", gzipSync(lines));
  const here = await itemsOf(
    decodeFile(
      () => createReadStream(path),
      () => undefined,
    ),
  );
  const reported: number[] = [];
  expect(await itemsOf(decoder.decodeFile(path, (bytes) => reported.push(bytes)))).toEqual(here);
  expect(here).toHaveLength(900);
  expect(reported.at(-1)).toBe(statSync(path).size);
});

it("says of a file that is not there that it cannot be read", async () => {
  const items = await itemsOf(decoder.decodeFile("/nowhere/at-all", () => undefined));
  expect(items).toMatchObject([
    { type: "reject", reject: { reason: expect.stringContaining("(ENOENT)") as string } },
  ]);
});

async function itemsOf(parts: AsyncIterable<readonly DecodedItem[]>): Promise<DecodedItem[]> {
  const items: DecodedItem[] = [];
  for await (const part of parts) items.push(...part);
  return items;
}

it("says to send again what was under way when its thread ended, and goes on with another", async () => {
  const own = startDecoder();
  const started = once(process, "worker") as Promise<[Worker]>;
  const parts = own.decode(bodyOf("json"), "one");
  const first = parts.next();
  const [thread] = await started;
  await first;
  await thread.terminate();
  await expect(parts.next()).rejects.toMatchObject({ code: "busy" });
  const again = own.decode(bodyOf("json"), "one");
  expect((await again.next()).done).toBe(false);
  await again.return({ count: 0, reason: "" });
  await own.stop();
});
