import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "throughline-priority-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bundles a program that uses the module. @returns its path */
async function bundle(name: string, contents: string): Promise<string> {
  const outfile = join(folder, name);
  const stdin = { contents, resolveDir: import.meta.dirname };
  await build({ stdin, outfile, bundle: true, platform: "node", format: "esm" });
  return outfile;
}

const isLinux = process.platform === "linux";
const own = getPriority();
const lowered = Math.min(own + 10, 19);

it("lowers the calling thread's priority, and no other's", async () => {
  // On Linux getPriority, too, is of the thread that calls it.
  const thread = await bundle(
    "thread.mjs",
    `
    import { getPriority } from "node:os";
    import { parentPort } from "node:worker_threads";
    import { lowerPriority } from "./lower-priority";
    const before = getPriority();
    lowerPriority();
    parentPort.postMessage([before, getPriority()]);
  `,
  );
  const [message] = (await once(new Worker(thread), "message")) as [[number, number]];
  expect(message).toEqual([own, isLinux ? lowered : own]);
  expect(getPriority()).toBe(own);
});

it("lowers the priority of the engine's threads, and not the main thread's or a later one's", async () => {
  const program = await bundle(
    "program.mjs",
    `
    import { readdirSync } from "node:fs";
    import { getPriority } from "node:os";
    import { Worker } from "node:worker_threads";
    import { lowerEngineThreads } from "./lower-priority";
    const engine = process.platform === "linux" ? readdirSync("/proc/self/task").slice(1) : [];
    lowerEngineThreads();
    const later = new Worker(
      'const { parentPort } = require("worker_threads"); parentPort.postMessage(require("os").getPriority())',
      { eval: true },
    );
    later.on("message", (priority) => {
      const priorities = engine.map((thread) => getPriority(Number(thread)));
      console.log(JSON.stringify({ main: getPriority(), later: priority, engine: priorities }));
    });
  `,
  );
  const output = execFileSync(process.execPath, [program], { encoding: "utf8" });
  const { engine, ...others } = JSON.parse(output) as { engine: number[]; main: number };
  expect(others).toEqual({ main: own, later: own });
  expect(new Set(engine)).toEqual(new Set(isLinux ? [lowered] : []));
});
