import { existsSync, readFileSync, renameSync } from "node:fs";
import { cp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openReader } from "@/lib/store/open-database";
import { readRunSummaries } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { demoSeed, withDemoCopy } from "@/lib/testing/demo-workspace";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(scratch.remove);

const end = "2026-11-18T12:00:00Z";

const data = scratch.folder();

it("finishes a demo that was cut short before its replays, with the end that was fixed then", async () => {
  const plan = { ...demoSeed, isComplete: false };
  await withDemoCopy(({ seen }) => cp(dirname(seen.path), data, { recursive: true }));
  renameSync(join(data, "main.db"), join(data, "demo.db"));
  const { code, stdout, stderr } = await runCli(["demo", "--json"], { data });
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ cases: 0 })]);
  expect(stderr).toMatch(/^Making the demo workspace/u);
  const kept: unknown = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  expect(kept).toEqual({ ...plan, isComplete: true });
  const db = openReader(join(data, "demo.db"));
  expect((await listCaseIds(db)).length).toBeGreaterThan(500);
  expect((await readRunSummaries(db)).map(({ run, items }) => [run, items])).toEqual([
    ["2026.23-golden-200", 200],
    ["2026.22-golden-200", 200],
  ]);
  await db.close();
});

it("fills the demo workspace once, and never the main one", async () => {
  expect(existsSync(join(data, "main.db"))).toBe(false);
  const again = await runCommand(["demo", "--end", end, "--json"], { data });
  expect(JSON.parse(again.stdout)).toEqual({
    workspace: "demo",
    end: "2026-11-18T12:00:00.000Z",
    cases: 0,
  });

  const other = await runCommand(["demo", "--end", "2026-11-19T12:00:00Z"], { data });
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("demo.json")]);
});
