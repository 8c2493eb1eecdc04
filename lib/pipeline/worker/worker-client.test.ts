import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openWriter } from "@/lib/store/open-database";
import { createScratch } from "@/lib/testing/run-cli";
import { workspacePath } from "./data-folder";
import { lastWorkerProblem, startWorker, submitTraces } from "./worker-client";

const scratch = createScratch();

beforeAll(async () => {
  vi.stubEnv("THROUGHLINE_DATA", scratch.folder());
  const db = await openWriter(workspacePath("main"));
  // Tables that cannot be brought up to date: the writer ends before it answers anything.
  await db.write((connection) => connection.exec("DELETE FROM __drizzle_migrations"));
  await db.close();
});
afterAll(async () => {
  vi.restoreAllMocks();
  const client = globalThis.throughlineWorker;
  if (client !== undefined) client.isStopping = true;
  await client?.worker?.terminate();
  scratch.remove();
});

it("starts a writer whose workspace cannot be opened again after longer and longer, and tells senders why", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const timers = vi.spyOn(globalThis, "setTimeout");
  startWorker(() => undefined);
  const at: number[] = [];
  await expect
    .poll(
      () => {
        const problem = lastWorkerProblem();
        const isItsEnd = problem?.message.startsWith("The writer ended") === true;
        if (isItsEnd && problem.atUs !== at.at(-1)) at.push(problem.atUs);
        return at.length;
      },
      { timeout: 120_000 },
    )
    .toBe(3);
  const pauses = timers.mock.calls
    .map(([, ms = 0]) => ms)
    .filter((ms) => ms % 1000 === 0 && ms > 0);
  expect(pauses.slice(0, 2)).toEqual([1000, 2000]);
  expect(lastWorkerProblem()?.message).toContain("could not be brought up to date");
  await expect(submitTraces({ chunks: [], encoding: "json", sender: "one" })).rejects.toMatchObject(
    {
      code: "damaged",
      message: expect.stringMatching(
        /could not be brought up to date.*Use the version/u,
      ) as unknown,
    },
  );
  // Each writer is a thread of its own; the log is of the process.
  const lines = written.mock.calls.map(([line]) => String(line));
  const failed = (what: string) => lines.filter((line) => line.startsWith(what)).length;
  expect([failed("Derivation stopped"), failed("The writer ended")]).toEqual([1, 1]);
});
