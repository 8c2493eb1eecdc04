import { describe, expect, it } from "vitest";
import type { CaseChange } from "@/lib/domain/case/decision";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCaseDecisions } from "@/lib/store/decisions/case-decisions";
import { readNotes } from "@/lib/store/decisions/notes";
import type { Database } from "@/lib/store/port";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { withOtherWriter } from "@/lib/testing/with-other-writer";
import { applyChange } from "./apply-change";
import { createPreparation } from "../intake/preparation";

const startUs = 1_767_600_000_000_000;
const traceId = "1".padStart(32, "a");
const sayings = [{ who: "customer", text: "Where is my refund?" }] as const;

describe("what a page may do to a case", () => {
  it.each([
    [{ kind: "case-merged", fromCaseId: "C-1", toCaseId: "C-1 " }, /this case itself/],
    [{ kind: "case-merged", fromCaseId: "C-1", toCaseId: "C-7" }, /no case C-7/],
    [{ kind: "case-merged", fromCaseId: "C-7", toCaseId: "C-1" }, /no case C-7/],
    [{ kind: "trace-moved", traceId: "f", toCaseId: "C-2" }, /not stored/],
    [
      {
        kind: "contact-moved",
        contact: { caseId: "C-1", ordinal: 0, startUs },
        toCaseId: "C-2",
        isNewCase: true,
      },
      /a case C-2 already/,
    ],
    [{ kind: "decision-removed", id: 9 }, /taken back already/],
    [{ kind: "note-added", caseId: "C-1", text: " \n" }, /empty/],
    [{ kind: "note-added", caseId: "C-1", text: "\u200b\u2060 \ufeff" }, /empty/],
    [{ kind: "case-merged", fromCaseId: "C-1", toCaseId: "\u200b" }, /other case/],
    [{ kind: "note-added", caseId: "C-7", text: "Why?" }, /no case C-7/],
    [{ kind: "note-removed", id: 9 }, /removed already/],
  ] as [CaseChange, RegExp][])("is refused with a sentence: %j", async (change, sentence) => {
    await withCases(async (workspace) => {
      await expect(apply(workspace, change)).rejects.toThrow(sentence);
      expect(await readCaseDecisions(workspace.db, null, "C-1")).toEqual([]);
    });
  });

  it("is refused where the other case is merged into this one", async () => {
    await withCases(async (workspace) => {
      await apply(workspace, { kind: "case-merged", fromCaseId: "C-1", toCaseId: "C-2" });
      await workspace.derive();
      const back = { kind: "case-merged", fromCaseId: "C-2", toCaseId: "C-1" } as const;
      await expect(apply(workspace, back)).rejects.toThrow(/itself merged/);
    });
  });

  it("is refused where a merge not derived yet leads back, over any number of steps", async () => {
    await withCases(async (workspace) => {
      await apply(workspace, { kind: "case-merged", fromCaseId: "C-1", toCaseId: "C-2" });
      const merge = (fromCaseId: string, toCaseId: string) =>
        apply(workspace, { kind: "case-merged", fromCaseId, toCaseId });
      await expect(merge("C-2", "C-1")).rejects.toThrow(/itself merged/);
      await merge("C-2", "C-3");
      await expect(merge("C-3", "C-1")).rejects.toThrow(/itself merged/);
      expect(await readCaseDecisions(workspace.db, null, "C-3")).toHaveLength(1);
    });
  });

  it("is refused where another server merges the cases the other way round in the same moment", async () => {
    await withCases((workspace) =>
      withOtherWriter(workspace.db, async (other) => {
        const merge = (db: Database, fromCaseId: string, toCaseId: string) =>
          apply({ ...workspace, db }, { kind: "case-merged", fromCaseId, toCaseId });
        const outcomes = await Promise.allSettled([
          merge(workspace.db, "C-1", "C-2"),
          merge(other, "C-2", "C-1"),
        ]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        const [refusal] = outcomes.filter(({ status }) => status === "rejected");
        expect(refusal).toMatchObject({
          reason: {
            message: expect.stringMatching(/^Case C-[12] .*itself merged/u) as unknown,
          },
        });
        expect(await readCaseDecisions(workspace.db, null, "C-1")).toHaveLength(1);
      }),
    );
  });

  it("makes one case of two splits with one id in the same moment", async () => {
    await withCases((workspace) =>
      withOtherWriter(workspace.db, async (other) => {
        const laterUs = startUs + 10 * 86_400_000_000;
        await workspace.ingestRequests([
          supportCase({ caseId: "C-1", idSuffix: "4", startUs: laterUs, messages: sayings }),
        ]);
        await workspace.derive();
        const split = (db: Database, ordinal: number, at: number) => {
          const contact = { caseId: "C-1", ordinal, startUs: at };
          return apply(
            { ...workspace, db },
            { kind: "contact-moved", contact, toCaseId: "C-9", isNewCase: true },
          );
        };
        const outcomes = await Promise.allSettled([
          split(workspace.db, 0, startUs),
          split(other, 1, laterUs),
        ]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        const [refusal] = outcomes.filter(({ status }) => status === "rejected");
        expect(refusal).toMatchObject({
          reason: { message: expect.stringContaining("already gave the id C-9") as unknown },
        });
      }),
    );
  });

  it("lets a case be merged the other way round once the merge was taken back", async () => {
    await withCases(async (workspace) => {
      const { id } = await apply(workspace, {
        kind: "case-merged",
        fromCaseId: "C-1",
        toCaseId: "C-2",
      });
      await workspace.derive();
      await apply(workspace, { kind: "decision-removed", id: id ?? 0 });
      const back = { kind: "case-merged", fromCaseId: "C-2", toCaseId: "C-1" } as const;
      await expect(apply(workspace, back)).resolves.toEqual({ id: expect.any(Number) as unknown });
    });
  });

  it("masks what a person typed before it is stored", async () => {
    await withCases(async (workspace) => {
      const text = "Rang her on +44 20 7946 0958, no answer.";
      await apply(workspace, { kind: "note-added", caseId: "C-1", text });
      const [note] = await readNotes(workspace.db, null, "C-1");
      expect(note?.text).toMatch(/^Rang her on <PHONE:[0-9a-f]{16}>, no answer\.$/);
    });
  });

  it("moves a trace, also where its spans had been moved one by one", async () => {
    await withCases(async (workspace) => {
      const move = (toCaseId: string) =>
        apply(workspace, { kind: "trace-moved", traceId, toCaseId });
      await move("C-2");
      await workspace.derive();
      expect(await listCaseIds(workspace.db)).toEqual(["C-2", "C-3"]);
      await move("C-3");
      await workspace.derive();
      const decisions = await readCaseDecisions(workspace.db, null, "C-2");
      expect(decisions.map(({ fromCaseId, toCaseId }) => [fromCaseId, toCaseId])).toEqual([
        ["C-1", "C-2"],
        ["C-2", "C-3"],
      ]);
    });
  });
});

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(
      ["1", "2", "3"].map((mark) =>
        supportCase({ caseId: `C-${mark}`, idSuffix: mark, startUs, messages: sayings }),
      ),
    );
    await workspace.derive();
    return work(workspace);
  });
}

function apply({ db, folder }: TestWorkspace, change: CaseChange) {
  const { masker } = createPreparation(defaultSettings, folder);
  const mask = (text: string) => masker.text.mask(text).text;
  return applyChange({ db, scope: null, nowUs: startUs, mask }, change);
}
