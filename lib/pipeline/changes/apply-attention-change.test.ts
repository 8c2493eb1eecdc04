import { expect, it } from "vitest";
import type { AttentionChange } from "@/lib/domain/case/attention";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { readAttention } from "@/lib/store/decisions/attention";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { withOtherWriter } from "@/lib/testing/with-other-writer";
import { createPreparation } from "../intake/preparation";
import { applyChange } from "./apply-change";
import { valueBefore } from "./before-change";

const nowUs = 1_767_700_000_000_000;
const hourUs = 3_600_000_000;

it("keeps who takes care of a case, until when it is snoozed, and that it was handled", async () => {
  await withCases(async (workspace) => {
    await apply(workspace, { kind: "case-assigned", caseId: "C-1", by: "ann", assignee: "bob" });
    await apply(workspace, {
      ...{ kind: "case-snoozed", caseId: "C-1", by: "bob", untilUs: nowUs + hourUs },
    });
    const kept = { caseId: "C-1", assignee: "bob", by: "bob", atUs: nowUs };
    const snoozed = { ...kept, snoozedUntilUs: nowUs + hourUs, handledUs: null };
    expect(await readAttention(workspace.db, "C-1")).toEqual(snoozed);
    const handled = { kind: "case-handled", caseId: "C-1", by: "ann", isHandled: true } as const;
    expect(await valueBefore(workspace.db, handled)).toEqual(snoozed);
    await apply(workspace, handled);
    expect(await readAttention(workspace.db, "C-1")).toEqual({
      ...{ ...kept, by: "ann", snoozedUntilUs: null, handledUs: nowUs },
    });
  });
});

it("keeps both of what two people arrange on two servers in the same moment", async () => {
  await withCases((workspace) =>
    withOtherWriter(workspace.db, async (other) => {
      const untilUs = nowUs + hourUs;
      await Promise.all([
        apply(workspace, { kind: "case-assigned", caseId: "C-1", by: "ann", assignee: "bob" }),
        apply(
          { ...workspace, db: other },
          { kind: "case-snoozed", caseId: "C-1", by: "cem", untilUs },
        ),
      ]);
      expect(await readAttention(workspace.db, "C-1")).toMatchObject({
        ...{ assignee: "bob", snoozedUntilUs: untilUs },
      });
    }),
  );
});

it.each([
  [{ kind: "case-assigned", caseId: "C-9", by: "ann", assignee: null }, /no case C-9/],
  [{ kind: "case-snoozed", caseId: "C-1", by: "ann", untilUs: nowUs }, /next 30 days/],
  [{ kind: "case-snoozed", caseId: "C-1", by: "ann", untilUs: 2 * nowUs }, /next 30 days/],
] as [AttentionChange, RegExp][])("refuses %j with a sentence", async (change, sentence) => {
  await withCases(async (workspace) => {
    await expect(apply(workspace, change)).rejects.toThrow(sentence);
    expect(await readAttention(workspace.db, "C-1")).toBeNull();
  });
});

it("refuses a case beyond the user's teams in the words of one that does not exist", async () => {
  await withCases(async (workspace) => {
    const scope = { regions: [], teams: ["nobody's"] };
    const change = { kind: "case-handled", caseId: "C-1", by: "ann", isHandled: true } as const;
    await expect(apply(workspace, change, scope)).rejects.toThrow(/no case C-1/);
  });
});

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    const sayings = [{ who: "customer", text: "Where is my refund?" }] as const;
    const startUs = nowUs - hourUs;
    await workspace.ingestRequests([
      supportCase({ caseId: "C-1", idSuffix: "1", startUs, messages: sayings }),
    ]);
    await workspace.derive();
    return work(workspace);
  });
}

function apply(
  { db, folder }: TestWorkspace,
  change: AttentionChange,
  scope: Parameters<typeof applyChange>[0]["scope"] = null,
) {
  const { masker } = createPreparation(defaultSettings, folder);
  const mask = (text: string) => masker.text.mask(text).text;
  return applyChange({ db, scope, nowUs, mask }, change);
}
