import { afterAll, describe, expect, it } from "vitest";
import { deleteVerdict, readVerdicts } from "@/lib/store/gate/verdicts";
import { cohortRows, jsonLines, resolvedFirst } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { gateItems, inDataFolder, storeCohort, storeRun } from "@/lib/testing/stored-runs";

const scratch = createScratch();
afterAll(() => scratch.remove());

/** A data folder with a cohort of 200 and a run of v14 on it. */
async function dataFolder(): Promise<{ readonly data: string; readonly cohort: string }> {
  const data = scratch.folder();
  const cohort = await inDataFolder(data, async (db) => {
    const hash = await storeCohort(db, "golden-200", gateItems(200));
    await storeRun(db, { run: "v14-a", release: "v14", cohort: hash }, resolvedFirst(170));
    return hash;
  });
  return { data, cohort };
}

const judge = (data: string, ...more: readonly string[]) =>
  runCommand(["gate", "--cohort", "golden-200", "--min", "0.78", ...more], { data });

describe("throughline gate on stored runs", () => {
  it("judges a release's latest run, counts attempts and decides its verdicts again", async () => {
    const { data, cohort } = await dataFolder();
    const store = (run: string, createdUs: number, resolved: number) =>
      inDataFolder(data, (db) =>
        storeRun(db, { run, release: "v15", cohort, createdUs }, resolvedFirst(resolved)),
      );
    await store("v15-a", 10, 150);
    const first = await judge(data, "--candidate", "v15", "--baseline", "v14");
    expect(first.stderr).toBe("");
    expect(first.stdout).toMatch(/^BLOCK: v15 .* 1\n150 of 200 /u);
    expect(first.stdout).toMatch(
      /\(20\):\n {2}20 · .* Mrs Doe is told by when: case-150, case-151, /u,
    );
    expect(first.code).toBe(1);
    expect((await judge(data, "--candidate", "v15-a", "--baseline", "v14-a")).stdout).toBe(
      first.stdout,
    );
    await store("v15-b", 20, 172);
    const second = await judge(data, "--candidate", "v15", "--baseline", "v14");
    expect(second.stderr).toMatch(/^v15 has 2 runs .*: v15-b, v15-a\..* v15-b\.\n$/u);
    expect(second.stdout).toMatch(/^PASS, not proven: v15 .* 2\n/u);
    expect(second.code).toBe(0);

    const kept = await inDataFolder(data, (db) => readVerdicts(db));
    expect(kept.map(({ run }) => run)).toEqual(["v15-b", "v15-a"]);
    expect(JSON.stringify(kept)).not.toMatch(/doe|refund\?/iu);
    const explained = await runCommand(["gate", "--explain", "v15"], { data });
    expect(explained.stdout.match(/identical byte for byte/gu)).toHaveLength(2);
    expect(explained.stdout).toContain(first.stdout.trimEnd());
    expect(explained.code).toBe(0);

    await inDataFolder(data, (db) =>
      db.write((connection) => deleteVerdict(connection, kept[1]?.id ?? 0, "u1", 5)),
    );
    expect((await runCommand(["gate", "--explain", "v15-a"], { data })).stdout).toContain(
      "deleted 1970-01-01T00:00:00.000Z by u1",
    );
    await store("v15-c", 30, 171);
    const third = await judge(data, "--candidate", "v15");
    expect(third.stdout).toMatch(/^PASS, not proven: v15 .* 3\n/u);
  });

  it("says on which version of the cohort a release was replayed", async () => {
    const { data } = await dataFolder();
    await inDataFolder(data, (db) => storeCohort(db, "golden-200", gateItems(201)));
    const { code, stderr } = await judge(data, "--candidate", "v14");
    expect(stderr).toMatch(
      /^v14 .* golden-200@1, not on golden-200@2; .*--cohort golden-200@1\.\n$/u,
    );
    expect(code).toBe(2);
  });

  it("proves nothing by a single run where an earlier one of the cohort flipped too often", async () => {
    const { data, cohort } = await dataFolder();
    await inDataFolder(data, async (db) => {
      for (const repeat of [1, 2, 3]) {
        const run = { run: "v13-k3", release: "v13", cohort, repeat };
        await storeRun(db, run, resolvedFirst(repeat === 2 ? 181 : 170));
      }
    });
    const flipRate = { release: "v13", hits: 11, of: 200 };
    const { stdout, code } = await judge(data, "--candidate", "v14", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ decidedBy: "flip_rate", figures: { flipRate } },
      rules: expect.arrayContaining([
        expect.objectContaining({ rule: "proof", state: "not_proven" }),
      ]) as unknown,
    });
    expect(code).toBe(0);
    const own = await judge(data, "--candidate", "v13", "--format", "json");
    expect(JSON.parse(own.stdout)).toMatchObject({
      figures: { flipRate },
      rules: expect.arrayContaining([
        expect.objectContaining({ rule: "flip_rate", state: "met" }),
      ]) as unknown,
    });
  });

  it("is invalid where items were not replayed, and says why of each", async () => {
    const { data, cohort } = await dataFolder();
    const outcomes = resolvedFirst(190).map((each, at) => (at < 6 ? null : each));
    await inDataFolder(data, (db) => storeRun(db, { run: "r", release: "v15", cohort }, outcomes));
    const { code, stdout } = await judge(data, "--candidate", "v15");
    expect(code).toBe(2);
    expect(stdout).toMatch(/v15 \(6\):\n {2}6 · timed out after 30m: case-000, /u);
  });

  it("is invalid for a run of another cohort, and for items of before", async () => {
    const { data, cohort } = await dataFolder();
    const other = "0".repeat(64);
    await inDataFolder(data, async (db) => {
      await storeRun(db, { run: "foreign", release: "v15", cohort: other }, resolvedFirst(190));
      await storeCohort(db, "golden-200", gateItems(201));
    });
    const byName = await judge(data, "--candidate", "foreign");
    expect(byName.stdout).toMatch(/^INVALID: [^]*Decided by: Same cohort\./u);
    const older = await runCommand(
      ["gate", "--cohort", "golden-200@1", "--candidate", "v14", "--min", "0.78"],
      { data },
    );
    expect(older.stdout).toMatch(/^PASS, not proven: v14/u);
    const byHash = await runCommand(
      ["gate", "--cohort", cohort, "--candidate", "v14-a", "--min", "0.78"],
      { data },
    );
    expect(byHash.stdout).toBe(older.stdout);
  });

  it("takes files and what is stored together", async () => {
    const { data } = await dataFolder();
    const file = scratch.file("golden.jsonl", jsonLines(cohortRows()));
    const { stdout } = await runCommand(
      ["gate", "--cohort", file, "--candidate", "v14-a", "--min", "0.78"],
      { data },
    );
    expect(stdout).toMatch(/^INVALID: v14 .* 1\n/u);
  });

  it("says in one sentence what it does not find", async () => {
    const { data } = await dataFolder();
    const said = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await runCommand(["gate", ...args], { data });
      expect([code, stdout]).toEqual([2, ""]);
      return stderr.trimEnd();
    };
    const bar = ["--min", "0.78"];
    expect(await said("--cohort", "gold", "--candidate", "v14", ...bar)).toMatch(
      /cohort "gold".* golden-200\.$/u,
    );
    expect(await said("--cohort", "golden-200", "--candidate", "v16", ...bar)).toMatch(
      /run and no release "v16".* v14-a\.$/u,
    );
    const record = ["--record", "records.jsonl"];
    expect(await said("--cohort", "golden-200", "--candidate", "v14", ...record, ...bar)).toMatch(
      /^v14-a is a stored run.* --record\.$/u,
    );
    expect(await said("--explain", "v16")).toMatch(/"v16" and no verdict/u);
  });
});
