import { describe, expect, it } from "vitest";
import { evaluators } from "@/lib/evaluators/registry";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import type { LabelAnswer } from "@/lib/domain/quality/label";
import { readCaseRevision } from "@/lib/store/cases/read-case";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { loadCaseLabels } from "@/lib/pages/case/load-labels";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadDisputes } from "./load-disputes";
import { loadLabelQueue } from "./load-queue";
import { loadAgreements } from "./load-labelled-scores";

const startUs = 1_767_600_000_000_000;
const evaluator = "conversation_resolution";
const names = new Map([["p-1", "Ana"]]);

describe("the labels of a case's page", () => {
  it("stand at what they are about, in words, with who gave them", async () => {
    await withLabels(async ({ folder }) => {
      const path = locationIn(folder, "main");
      const read = (actor: string) =>
        loadCaseLabels({ path, scope: null }, "EU-1", { actor, names });
      const labels = await read("p-2");
      expect(labels?.detached).toEqual([]);
      expect(
        labels?.attached.map(({ place, label }) => [place.kind, label.says, label.by]),
      ).toEqual([["interaction", "Marked wrong", "Ana"]]);
      expect((await read("p-1"))?.attached[0]?.label).toMatchObject({ by: "you", isOwn: true });
      expect(await loadCaseLabels({ path, scope: null }, "XX", { actor: "", names })).toBeNull();
    });
  });
});

describe("the agreement with an evaluator", () => {
  it("counts the labels of the cases that somebody sees", async () => {
    await withLabels(async ({ folder, db, derive }) => {
      const path = locationIn(folder, "main");
      const [all] = await loadAgreements({ path, scope: null }, evaluator);
      expect(all?.version).toBe(evaluators.find(({ name }) => name === evaluator)?.version);
      expect((all?.agreed.of ?? 0) + (all?.apart ?? 0)).toBe(2);
      const europe = { regions: ["EU"], teams: [] };
      const [seen] = await loadAgreements({ path, scope: europe }, evaluator);
      expect((seen?.agreed.of ?? 0) + (seen?.apart ?? 0)).toBe(1);
      expect(await loadAgreements({ path, scope: null }, "mood")).toEqual([]);
      await db.write((connection) => connection.exec("DELETE FROM labels"));
      await derive();
      expect(await loadAgreements({ path, scope: null }, evaluator)).toEqual([]);
    });
  });
});

describe("the queue of what is contradicted", () => {
  it("begins with the score that a person's label is against, and says who", async () => {
    await withLabels(async ({ folder }) => {
      const path = locationIn(folder, "main");
      const disputes = await loadDisputes({ path, scope: null }, evaluator);
      expect(disputes.map(({ caseId, by }) => [caseId, by.kind])).toEqual([["EU-1", "person"]]);
      const queue = await loadLabelQueue(
        { path, scope: null },
        evaluator,
        { pick: "disagreement", at: 0 },
        { actor: "p-2", names },
      );
      expect(queue).toMatchObject({ total: 1, nextHref: null });
      expect(queue?.item).toMatchObject({ caseId: "EU-1" });
      expect(queue?.item?.dispute).toMatch(/^a person here says [01](\.00)?$/);
    });
  });
});

function withLabels<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    const sayings = [
      { who: "customer", text: "Where is my refund?" },
      { who: "agent", text: "It was sent to you this morning." },
      { who: "customer", text: "Perfect, thank you!" },
    ] as const;
    const regions = ["EU", "US"];
    await workspace.ingestRequests(
      regions.map((region, index) => {
        const mark = String(index + 1);
        const attributes = { region };
        return supportCase({
          caseId: `${region}-1`,
          idSuffix: mark,
          startUs,
          messages: sayings,
          attributes,
        });
      }),
    );
    await workspace.derive();
    await give(workspace, "EU-1", { kind: "wrong" });
    await give(workspace, "US-1", { kind: "right" });
    return work(workspace);
  });
}

async function give({ db }: TestWorkspace, caseId: string, answer: LabelAnswer): Promise<void> {
  const place = { kind: "interaction", ordinal: 0 } as const;
  const mark = (await readCaseRevision(db, caseId)) ?? 0;
  const told = { caseId, mark, place, evaluator, answer, reason: "Heard it.", actor: "p-1" };
  const context = { db, scope: null, nowUs: startUs, mask: (text: string) => text };
  await applyChange(context, { kind: "label-given", ...told });
}
