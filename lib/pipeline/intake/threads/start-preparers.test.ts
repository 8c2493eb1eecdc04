import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { decodeRequest } from "@/lib/ingest/formats/decode-request";
import { createScratch } from "@/lib/testing/run-cli";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import { startPreparers } from "./start-preparers";

const scratch = createScratch();
afterAll(() => scratch.remove());

const span = { traceId: "a".repeat(32), spanId: "b".repeat(16), startUs: 1_767_600_000_000_000 };
const bytes = Buffer.from(JSON.stringify(otlpRequest([span])));
const items = decodeRequest({ bytes, encoding: "json" }).filter(
  (item): item is SpanItem => item.type === "span",
);

/** The threads that are started from now on. */
function collectThreads(): Worker[] {
  const threads: Worker[] = [];
  const add = (thread: Worker) => threads.push(thread);
  process.on("worker", add);
  onTestFinished(() => void process.off("worker", add));
  return threads;
}

it("prepares again, on another thread, what a thread had when it ended", async () => {
  const threads = collectThreads();
  const preparers = startPreparers(scratch.folder(), 1);
  // The process hears of a thread after its start.
  const started = once(process, "worker");
  const prepared = [1, 2, 3].map(() => preparers.prepare(items, defaultSettings, "files", 100));
  await started;
  await threads[0]?.terminate();
  expect((await Promise.all(prepared)).map((spans) => spans.length)).toEqual([1, 1, 1]);
  expect(threads).toHaveLength(2);
  await preparers.stop();
});

it("gives up in one sentence what takes longer than its time three times", async () => {
  const threads = collectThreads();
  const preparers = startPreparers(scratch.folder(), 1, 1);
  await expect(preparers.prepare(items, defaultSettings, "files", 100)).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(/ended, or took too long, three times/) as unknown,
  });
  expect(threads).toHaveLength(3);
  await preparers.stop();
});
