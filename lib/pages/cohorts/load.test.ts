import { beforeAll, expect, it } from "vitest";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { readCohort } from "@/lib/gate/read/read-cohort";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { demoFolder, demoSeed, withDemoCopy } from "@/lib/testing/demo-workspace";
import { readCohortCases } from "./load-candidates";
import { loadCohort, loadCohorts, readCohortFile } from "./load";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

const nowUs = demoSeed.endUs;
const all = everyCase;
const context = { scope: null, nowUs, mask: (text: string) => text };

it("makes a cohort of a list, a sample of it by its seed, and shows and exports it", async () => {
  await withDemoCopy(async ({ db, seen }) => {
    const make = async (name: string, sample: Parameters<typeof readCohortCases>[3]) => {
      const drawn = await readCohortCases(seen, all, nowUs, sample);
      await applyChange({ db, ...context }, { kind: "cohort-made", name, actor: "ann", ...drawn });
      return drawn;
    };
    const sample = { by: "risk" as const, size: 120, seed: 3, crossing: 70 };
    const { caseIds, origin } = await make("by risk", sample);
    expect(caseIds).toHaveLength(120);
    expect((await readCohortCases(seen, all, nowUs, sample)).caseIds).toEqual(caseIds);
    expect(origin).toMatchObject({ kind: "sample", by: "risk", seed: 3 });
    const ofRefunds = { ...all, facets: { ...all.facets, type: ["refund"] } };
    const refunds = await readCohortCases(seen, ofRefunds, nowUs, null);
    expect(refunds.origin).toMatchObject({ kind: "filter" });
    expect(refunds.origin.search).toContain("type=refund");
    expect(refunds.origin.search).toContain("from=");

    const { lines } = await loadCohorts(seen.path, new Map([["ann", "Ann Lee"]]));
    expect(lines.find(({ name }) => name === "by risk")).toMatchObject({
      ...{ size: "120 cases", crossChannel: "84 (70%)", madeBy: "Ann Lee", runs: "0" },
      origin: expect.stringMatching(/high risk, seed 3$/u) as string,
    });
    const query = { page: 99, version: null };
    const shown = await loadCohort(seen, "by risk", query, nowUs);
    expect(shown?.pagination).toMatchObject({ page: 5, total: 120 });
    expect(shown?.items.every(({ opening }) => opening.length > 0)).toBe(true);
    const file = await readCohortFile(seen.path, "by risk", null);
    expect(
      readCohort({ name: "cohort.jsonl", text: file?.text ?? "" }, "by risk").items,
    ).toHaveLength(120);
    expect(await loadCohort(seen, "nobody", query, nowUs)).toBeNull();
  });
});
