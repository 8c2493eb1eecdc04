import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { loadDataHealth } from "@/lib/pages/data-health/load";
import { openReader, openWriter } from "@/lib/store/open-database";
import { readQueueState } from "@/lib/store/queue";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { databaseEnv, locationIn, makeDatabase } from "@/lib/testing/postgres/folder-database";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { asLines } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { digest } from "./derive/digest";
import { startDerivation } from "./derive/start-derivation";
import { nowUs } from "@/lib/clock/server";

const scratch = createScratch();
afterAll(() => scratch.remove());

const workers = 4;
/** Entries that each of the first two workers leaves others to settle before it is killed. */
const settledBefore = 4;

it("four workers, two of them killed, derive what one does", async () => {
  const made = syntheticExport(33, 30);
  const whole = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(made.requests);
    return workspace.digest();
  });
  const data = scratch.folder();
  const file = scratch.file("export.jsonl", asLines(made.requests));
  const main = locationIn(data, "main");
  // Killed once something is stored: most of it is left to derive.
  await runCli(["ingest", file], {
    data,
    onStart: (child) => {
      void killOnce(main, (depth) => depth >= 20, child);
    },
  });
  const left = await depthOf(main);
  const derived: number[] = [];
  const running = Array.from({ length: workers }, (_, at) =>
    runCli(["worker", "--once", "--json"], {
      data,
      onStart: (child) => {
        const most = left - settledBefore * (at + 1);
        if (at < 2) void killOnce(main, (depth) => depth <= most, child);
      },
    }),
  );
  for (const { code, stdout } of await Promise.all(running))
    if (code === 0) derived.push((JSON.parse(stdout) as { cases: number }).cases);
  expect(derived.length).toBeGreaterThanOrEqual(2);
  const again = await runCli(["ingest", file, "--json"], { data });
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

it("what PostgreSQL ends for reasons of its own is tried again, and sets no case aside", async () => {
  await withTestWorkspace(async ({ db, folder, ingestRequests }) => {
    const made = syntheticExport(35, 4);
    const [one = ""] = [...made.channels.keys()];
    await ingestRequests(made.requests);
    await db.write((connection) =>
      connection.exec(`CREATE FUNCTION cancel() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'canceled' USING ERRCODE = '57014'; END $$;
        CREATE TRIGGER cancel BEFORE INSERT ON cases FOR EACH ROW WHEN (NEW.case_id = '${one}')
          EXECUTE FUNCTION cancel()`),
    );
    const problems: string[] = [];
    const worker = startDerivation({ db, folder, onProblem: (why) => problems.push(why) });
    await expect.poll(() => problems.join()).toMatch(/statement_timeout/u);
    await db.write((connection) => connection.exec("DROP TRIGGER cancel ON cases"));
    await expect.poll(async () => (await readQueueState(db)).depth).toBe(0);
    await worker.stop();
    const health = await loadDataHealth(db.path, { days: 28 }, nowUs(), null);
    expect(health?.queue.failures).toEqual([]);
    expect(await listCaseIds(db)).toEqual([...made.channels.keys()].sort());
  });
});

/** Kills a process once its workspace's queue is as long as it should be then. */
async function killOnce(
  location: string,
  isIt: (depth: number) => boolean,
  child: ChildProcess,
): Promise<void> {
  const db = openReader(location);
  try {
    while (child.exitCode === null && !isIt((await readQueueState(db)).depth)) await wait(20);
    child.kill("SIGKILL");
  } finally {
    await db.close();
  }
}

async function depthOf(location: string): Promise<number> {
  const db = openReader(location);
  try {
    return (await readQueueState(db)).depth;
  } finally {
    await db.close();
  }
}

it("a command that only reads makes nothing: the second finds as little as the first", async () => {
  const folder = scratch.folder();
  await makeDatabase(folder);
  const url = `${databaseEnv(folder).THROUGHLINE_DATABASE_URL}?namespace=nothing`;
  for (const what of ["digest", "cases"]) {
    const stderr = expect.stringMatching(/^The workspace "main" is empty/u) as string;
    const place = { data: folder, env: { THROUGHLINE_DATABASE_URL: url } };
    expect(await runCli(["export", what], place)).toMatchObject({ code: 2, stderr });
  }
});

it("a machine with another key is refused, and one with the same key goes on", async () => {
  const first = scratch.folder();
  const made = asLines(syntheticExport(36, 2).requests);
  const file = scratch.file("export.jsonl", made);
  const env = { ...databaseEnv(first), THROUGHLINE_KEY: "7".repeat(64) };
  // Tables may be made by whoever runs an update: that takes no workspace for its key.
  const beforehand = { data: scratch.folder(), env: databaseEnv(first) };
  await makeDatabase(first);
  expect(await runCli(["migrate"], beforehand)).toMatchObject({ code: 0 });
  expect(await runCli(["ingest", file], { data: first, env })).toMatchObject({ code: 0 });
  const another = await runCli(["ingest", file], {
    data: scratch.folder(),
    env: databaseEnv(first),
  });
  expect(another).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/another key .*THROUGHLINE_KEY/u) as string,
  });
  const same = await runCli(["ingest", file, "--json"], { data: scratch.folder(), env });
  expect(JSON.parse(same.stdout)).toMatchObject({ accepted: 0 });
});
