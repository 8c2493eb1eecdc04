import { afterEach, expect, it } from "vitest";
import { setEnvironmentData } from "node:worker_threads";
import { countPageRequests, sharePageRequests, yieldToPages } from "./page-requests";

afterEach(() => setEnvironmentData("throughline-page-requests", undefined));

/** Longer than any test may take. */
const hourMs = 3_600_000;

it("work waits while a page is being answered, and no longer than told", async () => {
  sharePageRequests();
  await yieldToPages(hourMs);
  countPageRequests(1);
  let isOver = false;
  const waiting = yieldToPages(hourMs).then(() => (isOver = true));
  await yieldToPages(50);
  expect(isOver).toBe(false);
  countPageRequests(-1);
  await waiting;
});

it("a process without pages waits for nothing", async () => {
  countPageRequests(1);
  await yieldToPages(hourMs);
});
