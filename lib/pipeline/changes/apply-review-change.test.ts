import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import { disclosuresCodec } from "@/lib/pages/disclosures/url";
import { loadDisclosuresPage } from "@/lib/pages/disclosures/load";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { readDetachedReviews } from "@/lib/store/decisions/disclosure-reviews";
import { readCase } from "@/lib/store/cases/read-case";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { createPreparation } from "../intake/preparation";
import { withOtherWriter } from "@/lib/testing/with-other-writer";
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

type Decided = {
  readonly decision: ReviewDecision;
  readonly reason?: string;
  readonly version?: number;
  readonly actor?: string;
  readonly after?: number | null;
};

/** On the first finding of C-1, as its page shows it unless something else is said. */
async function decide({ db, folder }: TestWorkspace, { decision, ...given }: Decided) {
  const { masker } = createPreparation(defaultSettings, folder);
  const mask = (text: string) => masker.text.mask(text).text;
  const row = (await readCase(db, "C-1"))?.row.disclosureRows[0];
  if (row === undefined) throw new Error("The case has no finding.");
  const { ordinal, rule, status, version, reviewId } = row;
  return applyChange(
    { db, scope: null, nowUs, mask },
    {
      ...{ kind: "disclosure-reviewed", caseId: "C-1", ordinal, rule, status, version },
      ...{ decision, reason: "", actor: "ann", after: reviewId, ...given },
    },
  );
}

function page({ folder }: TestWorkspace, names = new Map<string, string>()) {
  const seen = { path: locationIn(folder, "main"), scope: null };
  return loadDisclosuresPage(seen, all, nowUs, { viewer: "ann", names });
}

it("keeps each decision on a finding, the latest counts, also after the case is derived anew", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([call()]);
    await workspace.derive();
    const before = await page(workspace);
    expect(before.list.lines.map(({ review }) => review)).toEqual([""]);
    expect(before.matrix.rows[0]?.toReview.words).toBe("1");
    expect(before.panel?.status.label).toMatch(/^not found by rule .+, not reviewed$/u);

    await decide(workspace, { decision: "escalated", actor: "bob" });
    const reason = "Said by the phone system, ask anna.berg@example.com";
    await decide(workspace, { decision: "waived", reason });
    const after = await page(workspace, new Map([["ann", "Ann Berg"]]));
    expect(after.matrix.rows[0]?.toReview.words).toBe("0");
    expect(after.panel?.status.label).toMatch(/^not found by rule .+, waived$/u);
    expect(after.panel?.reviews.map(({ words, by, about }) => [words, by, about])).toEqual([
      ["waived", "Ann Berg", ""],
      ["escalated", "a visitor of the demo", ""],
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
    const refused = (decided: Decided) => expect(decide(workspace, decided)).rejects;
    await refused({ decision: "overturned", reason: "  " }).toThrow("why");
    await refused({ decision: "confirmed", reason: "x".repeat(1100) }).toThrow("too long");
    await refused({ decision: "confirmed", version: 99 }).toThrow("has changed since");
    await refused({ decision: "confirmed", after: 7 }).toThrow("decided on it");
    expect((await page(workspace)).list.lines.map(({ review }) => review)).toEqual([""]);
    await decide(workspace, { decision: "second_opinion" });
    await refused({ decision: "confirmed" }).toThrow("somebody else");
    await decide(workspace, { decision: "confirmed", actor: "bob" });
  });
});

it("takes one of two decisions that two servers are sent in the same moment", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([call()]);
    await workspace.derive();
    await withOtherWriter(workspace.db, async (other) => {
      // Both pages were made before either was sent.
      const shown = { decision: "confirmed", after: null } as const;
      const outcomes = await Promise.allSettled([
        decide(workspace, shown),
        decide({ ...workspace, db: other }, { ...shown, actor: "bob" }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const [refusal] = outcomes.filter(({ status }) => status === "rejected");
      expect(refusal).toMatchObject({
        reason: { message: expect.stringContaining("decided on it") as unknown },
      });
    });
  });
});

it("keeps a decision where words come late that were said before the contact's first ones", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([call()]);
    await workspace.derive();
    await decide(workspace, { decision: "confirmed" });
    const early = supportCase({
      ...{ caseId: "C-1", idSuffix: "02", startUs: startUs - 60_000_000 },
      attributes: { channel: "voice", interaction_id: "call-1", region: "US-CA" },
      messages: [{ who: "agent", text: "Good morning, one moment please." }],
    });
    await workspace.ingestRequests([early]);
    await workspace.derive();
    const row = (await readCase(workspace.db, "C-1"))?.row;
    expect(row?.contactRows).toHaveLength(1);
    expect(row?.disclosureRows.map(({ review, reviewer }) => [review, reviewer])).toEqual([
      ["confirmed", "ann"],
    ]);
  });
});

it("counts a decision as detached once its finding is gone, and no more when it is back", async () => {
  await withTestWorkspace(async (workspace) => {
    const turn = async (on: readonly string[]) => {
      await writeSettings(workspace.db, {
        ...defaultSettings,
        disclosureRules: { on, own: [] },
      });
      await workspace.derive();
    };
    await workspace.ingestRequests([call()]);
    await workspace.derive();
    await decide(workspace, { decision: "escalated", actor: "bob" });
    await decide(workspace, { decision: "confirmed" });
    expect((await readDetachedReviews(workspace.db, 9, "ann")).total).toBe(0);
    await turn([]);
    const { total, latest } = await readDetachedReviews(workspace.db, 9, "ann");
    expect([total, latest.map(({ decision }) => decision)]).toEqual([1, ["confirmed"]]);
    await turn(defaultSettings.disclosureRules.on);
    expect((await readDetachedReviews(workspace.db, 9, "ann")).total).toBe(0);
    expect((await page(workspace)).list.lines.map(({ review }) => review)).toEqual(["confirmed"]);
  });
});
