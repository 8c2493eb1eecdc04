import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "throughline-priority-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("lowers the calling thread's priority, and no other's", async () => {
  // On Linux getPriority, too, is of the thread that calls it.
  const contents = `
    import { getPriority } from "node:os";
    import { parentPort } from "node:worker_threads";
    import { lowerPriority } from "./lower-priority";
    const before = getPriority();
    lowerPriority();
    parentPort.postMessage([before, getPriority()]);
  `;
  const outfile = join(folder, "thread.mjs");
  const stdin = { contents, resolveDir: import.meta.dirname };
  await build({ stdin, outfile, bundle: true, platform: "node", format: "esm" });
  const own = getPriority();
  const [message] = (await once(new Worker(outfile), "message")) as [[number, number]];
  const lowered = process.platform === "linux" ? Math.min(own + 10, 19) : own;
  expect(message).toEqual([own, lowered]);
  expect(getPriority()).toBe(own);
});
