import { describe, expect, it } from "vitest";
import type { CaseChange } from "@/lib/domain/case/decision";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { applyChange } from "./apply-change";
import { auditableChange, valueBefore } from "./before-change";

const startUs = 1_767_600_000_000_000;
const traceId = "1".padStart(32, "a");
const merge = { kind: "case-merged", fromCaseId: "A-1", toCaseId: "A-2" } as const;

describe("what stood before a change", () => {
  it("is where the case led before it is merged", async () => {
    await withCases(async (workspace) => {
      expect(await valueBefore(workspace.db, merge)).toEqual({ caseId: "A-1", leadsTo: "A-1" });
      await apply(workspace, merge);
      expect(await valueBefore(workspace.db, { ...merge, toCaseId: "A-3" })).toEqual({
        caseId: "A-1",
        leadsTo: "A-2",
      });
    });
  });

  it("is the cases that a trace or a contact was of", async () => {
    await withCases(async ({ db }) => {
      const moved = { kind: "trace-moved", traceId, toCaseId: "A-2" } as const;
      expect(await valueBefore(db, moved)).toEqual({ caseIds: ["A-1"], decided: [] });
      const contact = { caseId: "A-1", ordinal: 0, startUs };
      expect(
        await valueBefore(db, { kind: "contact-moved", contact, toCaseId: "B", isNewCase: true }),
      ).toEqual({ caseIds: ["A-1"], decided: [] });
    });
  });

  it("is what was decided about a trace already", async () => {
    await withCases(async (workspace) => {
      await apply(workspace, { kind: "trace-moved", traceId, toCaseId: "A-2" });
      await workspace.derive();
      const moved = { kind: "trace-moved", traceId, toCaseId: "A-3" } as const;
      expect(await valueBefore(workspace.db, moved)).toEqual({
        caseIds: ["A-2"],
        decided: [{ spanId: null, toCaseId: "A-2" }],
      });
    });
  });

  it("is the decision that is taken back", async () => {
    await withCases(async (workspace) => {
      const { id } = await apply(workspace, merge);
      const removed = { kind: "decision-removed", id: id ?? 0 } as const;
      expect(await valueBefore(workspace.db, removed)).toEqual({
        kind: "merge",
        subject: { kind: "case" },
        fromCaseId: "A-1",
        toCaseId: "A-2",
      });
    });
  });

  it("is of a note that it was there, never its words", async () => {
    await withCases(async (workspace) => {
      const added = { kind: "note-added", caseId: "A-1", text: "Ask Ada" } as const;
      expect(await valueBefore(workspace.db, added)).toBeNull();
      const { id } = await apply(workspace, added);
      const removed = { kind: "note-removed", id: id ?? 0 } as const;
      expect(await valueBefore(workspace.db, removed)).toEqual({
        caseId: "A-1",
        atUs: startUs,
        letters: 7,
      });
    });
  });

  it("is nothing where what is to be taken back is not there", async () => {
    await withCases(async ({ db }) => {
      for (const kind of ["decision-removed", "note-removed"] as const) {
        expect(await valueBefore(db, { kind, id: 99 })).toBeNull();
      }
    });
  });
});

describe("a change as the audit keeps it", () => {
  it("names no person whom somebody typed in the place of a case", () => {
    const audited = auditableChange({ ...merge, toCaseId: " ada@example.com " });
    expect(JSON.stringify(audited)).not.toContain("ada@example.com");
    expect(auditableChange(merge)).toEqual(merge);
  });

  it("names the account that a case is given to, also where its id looks like an account's number", () => {
    const assigned = { kind: "case-assigned", caseId: "A-1", by: "ann" } as const;
    const change = { ...assigned, assignee: "account-a700172e7cfd" };
    expect(auditableChange(change)).toEqual(change);
    expect(auditableChange({ ...assigned, assignee: null })).toMatchObject({ assignee: null });
  });
});

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(
      ["A-1", "A-2", "A-3"].map((caseId, index) =>
        supportCase({
          caseId,
          idSuffix: String(index + 1),
          startUs,
          messages: [{ who: "customer", text: "Where is my refund?" }],
        }),
      ),
    );
    await workspace.derive();
    return work(workspace);
  });
}

function apply({ db }: TestWorkspace, change: CaseChange) {
  return applyChange({ db, scope: null, nowUs: startUs, mask: (text) => text }, change);
}
