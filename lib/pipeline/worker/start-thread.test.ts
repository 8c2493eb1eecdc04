import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "throughline-threads-"));

/** Prints the limit of the thread's heap, MiB. */
const thread = `import v8 from "node:v8"; console.log(Math.round(v8.getHeapStatistics().heap_size_limit / 2 ** 20));`;

beforeAll(() => {
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "probe.mjs"), thread);
  buildSync({
    entryPoints: ["lib/pipeline/worker/start-thread.ts"],
    outfile: join(folder, "start-thread.mjs"),
    ...{ bundle: true, platform: "node", format: "esm" },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The limit of a thread's heap, MiB, in a process with the given limit of its own. */
function limitOf(thread: object, own: number | null): number {
  const script = `import { startThread } from "./start-thread.mjs"; startThread("probe.mjs", ${JSON.stringify(thread)});`;
  writeFileSync(join(folder, "start.mjs"), script);
  const options = own === null ? "" : `--max-old-space-size=${String(own)}`;
  const env = { ...process.env, NODE_OPTIONS: options };
  const printed = execFileSync(process.execPath, ["start.mjs"], { cwd: folder, env });
  return Number(printed.toString());
}

test("a thread has its own limit where the process has one", () => {
  const usual = limitOf({ heapMiB: 128 }, null);
  expect(usual).toBeLessThan(200);
  expect(limitOf({ heapMiB: 128 }, 1024)).toBe(usual);
  expect(limitOf({ heapMiB: 1536 }, 1024)).toBeGreaterThan(1500);
});

test("a thread without a limit has at least V8's own, and more where the process has more", () => {
  const usual = limitOf({}, null);
  expect(limitOf({}, 512)).toBe(usual);
  expect(limitOf({}, 9000)).toBeGreaterThanOrEqual(9000);
});
