import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import type { CaseActRow } from "@/lib/domain/people/audit";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadLivePage } from "./load";
import { liveCodec, type LiveQuery } from "./url";

const nowUs = 1_767_700_000_000_000;
const hourUs = 3_600_000_000;

it("shows at once what was written after another page read the same list", async () => {
  await withCases(async (workspace) => {
    const read = (actor: string) => load(workspace, {}, actor);
    const before = await Promise.all([read("ann"), read("bob")]);
    expect(before.map(({ rows }) => rows.map(({ ownerId }) => ownerId))).toEqual([[null], [null]]);
    expect(before[0].rows[0]).toBe(before[1].rows[0]);
    await apply(workspace, { kind: "case-assigned", caseId: "C-1", by: "ann", assignee: "bob" });
    await apply(workspace, { kind: "note-added", caseId: "C-1", text: "Call her." });
    const [ann, bob] = [await read("ann"), await read("bob")];
    expect(ann.rows.map(({ owner, note }) => [owner, note])).toEqual([["Bob", "Call her."]]);
    const mine = ({ tabs }: typeof ann) => tabs.find(({ words }) => words.startsWith("Mine"));
    expect([ann, bob].map((model) => [model.viewer, mine(model)?.words])).toEqual([
      ["ann", "Mine 0"],
      ["bob", "Mine 1"],
    ]);
    expect((await load(workspace, { list: "mine" }, "bob")).rows).toHaveLength(1);
    expect((await load(workspace, { list: "mine" }, "ann")).rows).toHaveLength(0);
  });
});

it("shows a scope neither rows nor what was done beyond it", async () => {
  await withCases(async (workspace) => {
    const acts: readonly CaseActRow[] = [
      {
        ...{ seq: 1, atUs: nowUs - hourUs, actor: "ann", action: "case-attended", target: "C-1" },
        after: JSON.stringify({ kind: "case-handled", isHandled: true }),
      },
    ];
    const all = await load(workspace, { list: "log" }, "ann", null, acts);
    expect(all.log.map(({ who, words }) => `${who} ${words}`)).toEqual([
      expect.stringMatching(/^Ann .*handled/u),
    ]);
    const other = { regions: ["nowhere"], teams: [] };
    expect((await load(workspace, { list: "log" }, "ann", other, acts)).log).toEqual([]);
    expect((await load(workspace, {}, "ann", other)).rows).toEqual([]);
  });
});

it("snoozes by the clock where the data have ended, and brings back what was handled once a later contact comes", async () => {
  await withCases(async (workspace) => {
    const laterUs = nowUs + 400 * 24 * hourUs;
    const placeAt = async (atUs: number) => {
      const { rows, asOfUs } = await load(workspace, {}, "ann", null, [], atUs);
      return { isListed: rows.some(({ caseId }) => caseId === "C-1"), asOfUs };
    };
    const shown = await placeAt(laterUs);
    expect(shown.isListed).toBe(true);
    expect(shown.asOfUs).toBeLessThan(nowUs);
    const own = { caseId: "C-1", by: "ann" } as const;
    const untilUs = laterUs + 4 * hourUs;
    await apply(workspace, { kind: "case-snoozed", ...own, untilUs }, laterUs);
    expect((await placeAt(laterUs + hourUs)).isListed).toBe(false);
    expect((await placeAt(untilUs + 1)).isListed).toBe(true);
    await apply(workspace, { kind: "case-handled", ...own, isHandled: true }, laterUs);
    expect((await placeAt(laterUs)).isListed).toBe(false);
    const messages = [{ who: "customer", text: "I am still waiting." }] as const;
    const startUs = nowUs + 24 * hourUs;
    await workspace.ingestRequests([
      supportCase({ caseId: "C-1", idSuffix: "2", startUs, messages }),
    ]);
    await workspace.derive();
    expect((await placeAt(laterUs)).isListed).toBe(true);
  });
});

function load(
  { folder }: TestWorkspace,
  query: Partial<LiveQuery>,
  actor: string,
  scope: Parameters<typeof loadLivePage>[0]["scope"] = null,
  acts: readonly CaseActRow[] = [],
  atUs = nowUs,
) {
  const names = new Map([
    ["ann", "Ann"],
    ["bob", "Bob"],
  ]);
  const viewer = { actor, names, acts };
  return loadLivePage(
    { path: locationIn(folder, "main"), scope },
    { ...liveCodec.defaultValue, ...query },
    viewer,
    atUs,
  );
}

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    const messages = [{ who: "customer", text: "Where is my refund?" }] as const;
    const startUs = nowUs - hourUs;
    await workspace.ingestRequests([
      supportCase({ caseId: "C-1", idSuffix: "1", startUs, messages }),
    ]);
    await workspace.derive();
    return work(workspace);
  });
}

function apply(
  { db, folder }: TestWorkspace,
  change: Parameters<typeof applyChange>[1],
  atUs = nowUs,
) {
  const { masker } = createPreparation(defaultSettings, folder);
  const mask = (text: string) => masker.text.mask(text).text;
  return applyChange({ db, scope: null, nowUs: atUs, mask }, change);
}
