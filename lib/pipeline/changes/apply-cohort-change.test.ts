import { expect, it } from "vitest";
import type { CohortChange } from "@/lib/domain/gate/cohort-change";
import { readCohort, readCohortVersions } from "@/lib/store/gate/cohorts";
import { recordedCalls, reviewContext as context } from "@/lib/testing/review-calls";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { withOtherWriter } from "@/lib/testing/with-other-writer";
import { applyChange } from "./apply-change";

const made = (change: Partial<Extract<CohortChange, { kind: "cohort-made" }>> = {}) => ({
  ...{ kind: "cohort-made" as const, name: "golden", actor: "ann", caseIds: ["C-0", "C-1"] },
  origin: { kind: "filter" as const, search: "q=ann%40example.com" },
  ...change,
});
const added = (caseId: string, expected: string) => ({
  ...{ kind: "cohort-case-added" as const, name: "golden", actor: "bob", caseId, expected },
});

it("makes a cohort of cases, and a new version with one more", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 3));
    await workspace.derive();
    const { db } = workspace;
    await applyChange(context(workspace), made({ caseIds: ["C-0", "C-1", "C-gone"] }));
    const first = await readCohort(db, "golden");
    expect(first).toMatchObject({ version: 1, createdBy: "ann", size: 2 });
    expect(JSON.stringify(first?.origin)).not.toContain("example.com");
    expect(first?.items.map(({ source, cluster }) => [source, cluster]).sort()).toEqual([
      ["C-0", "c1"],
      ["C-1", "c2"],
    ]);
    expect(first?.items.some(({ id }) => /C-\d/u.test(id))).toBe(false);
    expect(first?.items.find(({ source }) => source === "C-0")).toMatchObject({
      ...{ channels: ["voice"], expected: null },
      opening: [{ channel: "voice", text: "My parcel is late, where is it?" }],
    });
    await applyChange(context(workspace), added("C-2", " The parcel arrives. "));
    const second = await readCohort(db, "golden");
    expect(second).toMatchObject({ version: 2, origin: { kind: "added", to: 1 }, size: 3 });
    expect(second?.items.find(({ source }) => source === "C-2")).toMatchObject({
      ...{ cluster: "c3", expected: "The parcel arrives." },
    });
    expect(await readCohort(db, "golden", 1)).toEqual(first);
    await applyChange(context(workspace), added("C-2", "They get their money back."));
    const third = (await readCohort(db, "golden"))?.items;
    expect(third?.find(({ source }) => source === "C-2")?.expected).toBe(
      "They get their money back.",
    );
    await applyChange(context(workspace), added("C-2", "They get their money back."));
    expect((await readCohortVersions(db)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });
});

it("adds both cases that two servers add in the same moment, and makes one cohort of a name", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 4));
    await workspace.derive();
    await withOtherWriter(workspace.db, async (other) => {
      const there = { ...context(workspace), db: other };
      const makings = await Promise.allSettled([
        applyChange(context(workspace), made()),
        applyChange(there, made({ caseIds: ["C-0"] })),
      ]);
      expect(makings.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      await Promise.all([
        applyChange(context(workspace), added("C-2", "The parcel arrives.")),
        applyChange(there, added("C-3", "The parcel arrives.")),
      ]);
    });
    const cohort = await readCohort(workspace.db, "golden");
    expect(cohort?.version).toBe(3);
    expect(cohort?.items.map(({ source }) => source)).toEqual(
      expect.arrayContaining(["C-2", "C-3"]),
    );
  });
});

it("says why it makes none", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 2));
    await workspace.derive();
    const apply = (change: CohortChange) => applyChange(context(workspace), change);
    await apply(made());
    const tooMany = Array.from({ length: 2_001 }, (_, at) => `C-${String(at)}`);
    for (const [change, sentence] of [
      [made(), "There is a cohort golden already"],
      [made({ name: " " }), "The name is empty."],
      [made({ name: "a\nb" }), "The name holds control characters."],
      [made({ name: "x".repeat(101) }), "The name is longer than 100 characters."],
      [made({ name: "a".repeat(64) }), "That is the hash of a cohort"],
      [made({ name: "other", caseIds: tooMany }), "at most 2,000 cases, and these are 2,001 cases"],
      [made({ name: "other", caseIds: ["C-9"] }), "no case with a customer"],
      [added("C-9", "Solved."), "There is no case C-9"],
      [added("C-1", ""), "What was expected is empty."],
      [{ ...added("C-1", "Solved."), name: "other" }, "There is no cohort other"],
    ] as const) {
      await expect(apply(change)).rejects.toThrow(sentence);
    }
    expect(await readCohortVersions(workspace.db)).toHaveLength(1);
  });
});
