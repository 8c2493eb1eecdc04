import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { loadDataHealth } from "@/lib/pages/data-health/load";
import { openWriter } from "@/lib/store/open-database";
import { readQueueState } from "@/lib/store/queue";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { emptyLocation } from "@/lib/testing/empty-location";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { asLines } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { digest } from "./derive/digest";
import { startDerivation } from "./derive/start-derivation";
import { nowUs } from "./worker/clock";

const scratch = createScratch();
afterAll(() => scratch.remove());

const workers = 4;

it("four workers, two of them killed, derive what one does", async () => {
  const made = syntheticExport(33, 150);
  const whole = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(made.requests);
    return workspace.digest();
  });
  const data = scratch.folder();
  const file = scratch.file("export.jsonl", asLines(made.requests));
  const url = emptyLocation();
  const env = { THROUGHLINE_DATABASE_URL: url };
  // Killed once something is stored: most of it is left to derive.
  const main = url.replace(/$/u, "_main");
  const storing = runCli(["ingest", file], {
    ...{ data, env },
    onStart: (child) => {
      void killOnceQueued(main, () => child.kill("SIGKILL"));
    },
  });
  await storing;
  // What the file still holds is stored, and little of it derived.
  const derived: number[] = [];
  const running = Array.from({ length: workers }, (_, at) =>
    runCli(["worker", "--once", "--json"], {
      ...{ data, env },
      onStart: (child) => {
        if (at < 2) void wait(1500 + 500 * at).then(() => child.kill("SIGKILL"));
      },
    }),
  );
  for (const { code, stdout } of await Promise.all(running))
    if (code === 0) derived.push((JSON.parse(stdout) as { cases: number }).cases);
  expect(derived.length).toBeGreaterThanOrEqual(2);
  const again = await runCli(["ingest", file, "--json"], { data, env });
  expect(again.code).toBe(0);
  const db = await openWriter(main);
  try {
    expect((await readQueueState(db)).depth).toBe(0);
    expect(await digest(db)).toBe(whole);
  } finally {
    await db.close();
  }
});

it("a case that two workers cannot store is set aside with its reason, and holds up no other", async () => {
  await withTestWorkspace(async ({ db, folder, ingestRequests }) => {
    const made = syntheticExport(34, 8);
    const [poison = "", ...others] = [...made.channels.keys()];
    await ingestRequests(made.requests);
    await db.write((connection) =>
      connection.exec(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
        CREATE TRIGGER refuse BEFORE INSERT ON cases FOR EACH ROW WHEN (NEW.case_id = '${poison}')
          EXECUTE FUNCTION refuse()`),
    );
    const running = [1, 2].map(() => startDerivation({ db, folder, onProblem: () => undefined }));
    await Promise.all(running.map((worker) => worker.whenIdle()));
    await Promise.all(running.map((worker) => worker.stop()));
    const health = await loadDataHealth(db.path, { days: 28 }, nowUs(), null);
    expect(health?.queue.failures).toMatchObject([
      { label: `Case ${poison}`, failure: expect.stringMatching(/P0001/u) as string },
    ]);
    expect(await listCaseIds(db)).toEqual(others.sort());
  });
});

async function killOnceQueued(location: string, kill: () => void): Promise<void> {
  const db = await openWriter(location, 10_000);
  try {
    while ((await readQueueState(db)).depth < 20) await wait(20);
    kill();
  } finally {
    await db.close();
  }
}
