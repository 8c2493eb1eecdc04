import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import { disclosuresCodec } from "@/lib/pages/disclosures/url";
import { loadDisclosuresPage } from "@/lib/pages/disclosures/load";
import { readCase } from "@/lib/store/cases/read-case";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { workspacePath } from "../worker/data-folder";
import { createPreparation } from "../intake/preparation";
import { applyChange } from "./apply-change";

const startUs = 1_790_000_000_000_000;
const nowUs = startUs + 86_400_000_000;
const all = {
  ...disclosuresCodec.defaultValue,
  cases: { ...disclosuresCodec.defaultValue.cases, period: "all" as const },
};

/** An AI agent in a call that names neither itself nor the recording. */
const call = (more: readonly string[] = []) =>
  supportCase({
    caseId: "C-1",
    idSuffix: "01",
    startUs,
    attributes: { channel: "voice", interaction_id: "call-1", region: "US-CA" },
    messages: [
      { who: "agent", text: "Hello, how can I help you with your order today?" },
      { who: "customer", text: "My parcel is late, where is it?" },
      { who: "agent", text: "It will be there on Friday." },
      ...more.map((text) => ({ who: "customer" as const, text })),
    ],
  });

function decide({ db, folder }: TestWorkspace, decision: ReviewDecision, reason = "", version = 0) {
  const { masker } = createPreparation(defaultSettings, folder);
  const mask = (text: string) => masker.text.mask(text).text;
  return async () => {
    const row = (await readCase(db, "C-1"))?.row.disclosureRows[0];
    if (row === undefined) throw new Error("The case has no finding.");
    const { ordinal, rule, status } = row;
    return applyChange(
      { db, scope: null, nowUs, mask },
      {
        ...{ kind: "disclosure-reviewed", actor: "ann", caseId: "C-1", ordinal, rule, status },
        ...{ version: version || row.version, decision, reason },
      },
    );
  };
}

function page({ folder }: TestWorkspace, names = new Map<string, string>()) {
  const seen = { path: workspacePath("main", folder), scope: null };
  return loadDisclosuresPage(seen, all, nowUs, names);
}

it("keeps each decision on a finding, the latest counts, also after the case is derived anew", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([call()]);
    await workspace.derive();
    const before = await page(workspace);
    expect(before.list.lines.map(({ review }) => review)).toEqual([""]);
    expect(before.matrix.rows[0]?.toReview.words).toBe("1");
    expect(before.panel?.status.label).toMatch(/^not found by rule .+, not reviewed$/u);

    await decide(workspace, "escalated")();
    await decide(workspace, "waived", "Said by the phone system, ask anna.berg@example.com")();
    const after = await page(workspace, new Map([["ann", "Ann Berg"]]));
    expect(after.matrix.rows[0]?.toReview.words).toBe("0");
    expect(after.panel?.status.label).toMatch(/^not found by rule .+, waived$/u);
    expect(after.panel?.reviews.map(({ words, by, about }) => [words, by, about])).toEqual([
      ["waived", "Ann Berg", ""],
      ["escalated", "Ann Berg", ""],
    ]);
    expect(after.panel?.reviews[0]?.reason).toMatch(/ask <EMAIL:[0-9a-f]{16}>$/u);

    await workspace.ingestRequests([call(["And the invoice, please?"])]);
    await workspace.derive();
    const again = await page(workspace);
    expect(again.list.lines.map(({ review }) => review)).toEqual(["waived"]);
  });
});

it("refuses a decision without its reason, or on what is no longer shown", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([call()]);
    await workspace.derive();
    await expect(decide(workspace, "overturned", "  ")()).rejects.toThrow(
      "Say in a few words why.",
    );
    await expect(decide(workspace, "confirmed", "x".repeat(1100))()).rejects.toThrow("too long");
    await expect(decide(workspace, "confirmed", "", 99)()).rejects.toThrow("has changed since");
    expect((await page(workspace)).list.lines.map(({ review }) => review)).toEqual([""]);
  });
});
