import { expect, it } from "vitest";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { eraseCohortItems, readCohort, readCohortVersions, writeCohort } from "./cohorts";
import { deleteVerdict, readEarlierAttempts, readVerdictsOf, writeVerdict } from "./verdicts";

const item = (id: string, source: string): CohortItem => ({
  ...{ id, cluster: null, channels: ["chat", "voice"], expected: null, stratum: null, source },
});

it("keeps each version of a cohort, and forgets what was erased in all of them", async () => {
  await withTestWorkspace(async ({ db }) => {
    const cohort = { name: "golden", createdBy: null, origin: { kind: "ids" } } as const;
    const [one, two] = [item("a", "C-1"), item("b", "C-2")];
    const write = (sha256: string, items: readonly CohortItem[], atUs: number) =>
      db.write((connection) => writeCohort(connection, { ...cohort, sha256, items }, atUs));
    expect(await write("h1", [one], 1)).toMatchObject({ version: 1, size: 1 });
    expect(await write("h1", [one], 2)).toMatchObject({ version: 1, createdUs: 1 });
    expect(await write("h2", [one, two], 3)).toMatchObject({ version: 2, size: 2 });
    expect((await readCohort(db, "golden"))?.items).toEqual([one, two]);
    expect((await readCohort(db, "golden", 1))?.items).toEqual([one]);
    expect((await readCohort(db, "h1"))?.version).toBe(1);
    expect(await readCohort(db, "other")).toBeNull();
    expect(await db.write((connection) => eraseCohortItems(connection, ["C-1"]))).toBe(2);
    const left = (await readCohortVersions(db)).map(({ version, erased, size }) => [
      ...[version, erased, size],
    ]);
    expect(left).toEqual([
      [2, 1, 1],
      [1, 1, 0],
    ]);
  });
});

it("counts an attempt whose verdict was deleted", async () => {
  await withTestWorkspace(async ({ db }) => {
    const of = { run: "r1", release: "v15", cohort: "h1" };
    const write = (candidate: string, record: string) =>
      db.write((connection) => writeVerdict(connection, { ...of, candidate, record }, 1));
    const first = await write("c1", "{1}");
    expect(await write("c1", "{1}")).toBe(first);
    await write("c2", "{2}");
    await db.write((connection) => deleteVerdict(connection, first, "u1", 5));
    const earlier = (candidate: string) =>
      db.read((connection) => readEarlierAttempts(connection, { ...of, candidate }));
    expect(await earlier("c3")).toEqual(["c1", "c2"]);
    expect(await earlier("c2")).toEqual(["c1"]);
    expect(await earlier("c1")).toEqual([]);
    const named = JSON.stringify({ input: { earlierAttempts: ["c1", "gone", "c2"] } });
    await write("c4", named);
    expect(await earlier("c5")).toEqual(["c1", "c2", "gone", "c4"]);
    const [, , deleted] = await readVerdictsOf(db, "r1");
    expect(deleted).toMatchObject({ id: first, record: null, deletedBy: "u1", deletedUs: 5 });
  });
});
