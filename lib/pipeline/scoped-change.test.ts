import { describe, expect, it } from "vitest";
import type { CaseChange } from "@/lib/domain/case/decision";
import type { Scope } from "@/lib/domain/people/permission";
import { readCaseDecisions } from "@/lib/store/decisions/case-decisions";
import { readNotes } from "@/lib/store/decisions/notes";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { applyChange } from "./changes/apply-change";
import { planContactMove } from "./changes/plan-contact-move";

const startUs = 1_767_600_000_000_000;
const hourUs = 3_600_000_000;
const europe: Scope = { regions: ["EU"], teams: [] };

const sent = [
  { caseId: "EU-1", mark: "1", region: "EU" },
  { caseId: "EU-1", mark: "2", region: "EU" },
  { caseId: "EU-2", mark: "3", region: "EU" },
  { caseId: "US-1", mark: "4", region: "US" },
  { caseId: "US-1", mark: "5", region: "US" },
  { caseId: "US-2", mark: "7", region: "US" },
  { caseId: "US-2", mark: "8", region: "US" },
  { caseId: "none-1", mark: "6", region: null },
] as const;

const merge = (fromCaseId: string, toCaseId: string) =>
  ({ kind: "case-merged", fromCaseId, toCaseId }) as const;
const contactOf = (caseId: string) => ({ caseId, ordinal: 0, startUs });
const move = (caseId: string, toCaseId: string, isNewCase = false) =>
  ({ kind: "contact-moved", contact: contactOf(caseId), toCaseId, isNewCase }) as const;
const trace = (idSuffix: string, toCaseId: string) =>
  ({ kind: "trace-moved", traceId: idSuffix.padStart(32, "a"), toCaseId }) as const;
const note = (caseId: string) => ({ kind: "note-added", caseId, text: "Why?" }) as const;

describe("a change by somebody who sees one region", () => {
  it.each<[CaseChange, string]>([
    [merge("EU-1", "US-1"), "US-1"],
    [merge("EU-1", " US-1 "), "US-1"],
    [merge("US-1", "EU-1"), "US-1"],
    [merge("none-1", "EU-1"), "none-1"],
    [move("US-1", "EU-2"), "US-1"],
    [move("US-1", "new-1", true), "US-1"],
    [move("EU-1", "US-1"), "US-1"],
    [trace("4", "EU-1"), "trace"],
    [trace("6", "EU-1"), "trace"],
    [trace("3", "US-1"), "US-1"],
    [note("US-1"), "US-1"],
    [note("none-1"), "none-1"],
  ])("is refused as what is not there where it touches another: %j", async (change, named) => {
    await withCases(async (workspace) => {
      await expect(apply(workspace, europe, change)).rejects.toMatchObject({
        code: "not-found",
        message: expect.stringContaining(named) as unknown,
      });
      for (const { caseId } of sent) {
        expect(await readCaseDecisions(workspace.db, null, caseId)).toEqual([]);
        expect(await readNotes(workspace.db, null, caseId)).toEqual([]);
      }
    });
  });

  it("is kept where all of it is in the region, and can be taken back", async () => {
    await withCases(async (workspace) => {
      for (const change of [merge("EU-2", "EU-1"), trace("2", "EU-2"), note("EU-1")]) {
        const { id } = await apply(workspace, europe, change);
        await workspace.derive();
        const kind = change.kind === "note-added" ? "note-removed" : "decision-removed";
        await apply(workspace, europe, { kind, id: id ?? 0 });
        await workspace.derive();
      }
      await apply(workspace, europe, move("EU-1", "EU-1-2", true));
    });
  });

  it("is answered about a new case id the same whether or not a case outside the region has it", async () => {
    await withCases(async (workspace) => {
      for (const taken of ["US-1", "none-1", "XX-1"]) {
        const change = apply(workspace, europe, move("EU-1", taken, true));
        await expect(change).rejects.toThrow(/ with EU-1- /u);
      }
      expect(await readCaseDecisions(workspace.db, null, "EU-1")).toEqual([]);
    });
  });

  it("takes back nothing that others decided or wrote about other cases", async () => {
    await withCases(async (workspace) => {
      const written = await apply(workspace, null, note("US-1"));
      const within = await apply(workspace, null, move("US-1", "US-1-2", true));
      const across = await apply(workspace, null, trace("3", "US-2"));
      await workspace.derive();
      const undo = (kind: "note-removed" | "decision-removed", id: number | null) =>
        apply(workspace, europe, { kind, id: id ?? 0 });
      await expect(undo("note-removed", written.id)).rejects.toThrow(/removed already/);
      for (const { id } of [within, across]) {
        await expect(undo("decision-removed", id)).rejects.toThrow(/taken back already/);
      }
      expect(await readNotes(workspace.db, null, "US-1")).toHaveLength(1);
      expect(await readCaseDecisions(workspace.db, null, "US-1")).toHaveLength(1);
      expect(await readCaseDecisions(workspace.db, null, "US-2")).toHaveLength(1);
    });
  });

  it("moves nothing to a case whose merge leads out of the region, derived or not", async () => {
    await withCases(async (workspace) => {
      await apply(workspace, null, merge("EU-2", "US-1"));
      const change = apply(workspace, europe, merge("EU-1", "EU-2"));
      await expect(change).rejects.toThrow(/merged into another/u);
      expect(await readCaseDecisions(workspace.db, null, "EU-1")).toEqual([]);
    });
  });

  it("is answered about a contact of another region as about a missing one", async () => {
    await withCases(async ({ db }) => {
      const errorOf = (caseId: string) =>
        planContactMove({ db, scope: europe }, contactOf(caseId), "");
      for (const caseId of ["US-1", "XX-1"]) {
        await expect(errorOf(caseId)).rejects.toMatchObject({
          ...{ code: "not-found", message: expect.stringContaining(caseId) as string },
        });
      }
      expect(await errorOf("EU-1")).toMatchObject({ traces: 1 });
    });
  });
});

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(
      sent.map(({ caseId, mark: idSuffix, region }, index) =>
        supportCase({
          caseId,
          idSuffix: idSuffix,
          startUs:
            sent.findIndex((each) => each.caseId === caseId) === index ? startUs : startUs + hourUs,
          messages: [{ who: "customer", text: "Where is my refund?" }],
          attributes: { interaction_id: idSuffix, ...(region === null ? {} : { region }) },
        }),
      ),
    );
    await workspace.derive();
    return work(workspace);
  });
}

function apply({ db }: TestWorkspace, scope: Scope | null, change: CaseChange) {
  return applyChange({ db, scope, nowUs: startUs, mask: (text) => text }, change);
}
