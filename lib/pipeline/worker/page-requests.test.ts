import { afterEach, expect, it } from "vitest";
import { setEnvironmentData } from "node:worker_threads";
import { countPageRequests, sharePageRequests, yieldToPages } from "./page-requests";

afterEach(() => setEnvironmentData("throughline-page-requests", undefined));

/** How long it yielded, milliseconds. */
async function yielded(maxMs: number): Promise<number> {
  const beganMs = performance.now();
  await yieldToPages(maxMs);
  return performance.now() - beganMs;
}

it("work waits while a page is being answered, and no longer than told", async () => {
  sharePageRequests();
  expect(await yielded(10_000)).toBeLessThan(1000);
  countPageRequests(1);
  expect(await yielded(50)).toBeGreaterThanOrEqual(49);
  const waiting = yielded(60_000);
  countPageRequests(-1);
  expect(await waiting).toBeLessThan(5000);
});

it("a process without pages waits for nothing", async () => {
  countPageRequests(1);
  expect(await yielded(10_000)).toBeLessThan(1000);
});
