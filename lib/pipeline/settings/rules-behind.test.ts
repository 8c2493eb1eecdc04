import { expect, it } from "vitest";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { planRules } from "@/lib/disclosures/plan-rules";
import { readRules } from "@/lib/disclosures/yaml/read-rules";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadChildList } from "@/lib/pages/lists/load";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { drainQueue } from "../derive/drain-queue";
import { loadWithRulesBehind } from "./rules-behind";

const startUs = 1_767_600_000_000_000;
const nowUs = 1_780_000_000_000_000;
const caseCount = 6;

const requests = Array.from({ length: caseCount }, (_, index) =>
  supportCase({
    ...{ caseId: `C-${String(index)}`, idSuffix: String(100 + index), startUs },
    messages: [{ who: "agent", text: "There is a fee of 3 euros for that." }],
    attributes: { channel: "chat" },
  }),
);

/** Settings with one rule of the workspace, which the cases keep or not. */
function settingsWith(pattern: string): Settings {
  const rule = {
    ...{ id: "our-fees", title: "Say what it costs", jurisdictions: ["*"], source: "Our policy" },
    ...{ severity: "high", default_on: true, trigger: "always", channels: ["chat"] },
    ...{ speaker: "agent", elements: [{ key: "fee", mode: "verbatim", any_of: [pattern] }] },
  };
  const { drafts } = readRules(JSON.stringify([rule]));
  const rules = { on: [], own: [] };
  const plan = planRules(rules, drafts, { atUs: 1, by: "ann" }, new Map());
  return { ...defaultSettings, disclosureRules: plan.settings };
}

const kept = settingsWith("fee of");
const broken = settingsWith("charge of");

async function withKept(work: (workspace: TestWorkspace, path: string) => Promise<void>) {
  await withTestWorkspace(async (workspace) => {
    await writeSettings(workspace.db, kept);
    await workspace.ingestRequests(requests);
    await workspace.derive();
    await work(workspace, locationIn(workspace.folder, "main"));
  });
}

/** How many findings say that the words were given. */
async function countGiven(path: string): Promise<number> {
  const { query } = childListCodecs.disclosures.parse(rawParams(""));
  const { items } = await loadChildList({ path, scope: null }, query, nowUs);
  return items.filter(({ cells }) => cells.some(({ filed }) => filed === "given")).length;
}

/** Judges so many of the cases that wait, or all. */
async function judge({ db, maskAnswer }: TestWorkspace, most = Infinity): Promise<void> {
  let begun = 0;
  await drainQueue(db, {
    ...{ now: () => nowUs, maskAnswer },
    shouldPause: () => Promise.resolve(begun >= most),
    onBegin: () => (begun += 1),
  });
}

it("says that cases wait where the last of them is judged after the figures were read", async () => {
  await withKept(async (workspace, path) => {
    await writeSettings(workspace.db, broken);
    await judge(workspace, 2);
    const load = async () => {
      const given = await countGiven(path);
      await judge(workspace);
      return { given };
    };
    expect(await loadWithRulesBehind({ path, scope: null }, load)).toMatchObject({
      given: caseCount - 2,
      behind: { cases: { left: caseCount - 2, total: caseCount } },
    });
    expect(await loadWithRulesBehind({ path, scope: null }, load)).toEqual({
      ...{ given: 0, behind: null },
    });
  });
});

it("says it where rules are published before the figures are read", async () => {
  await withKept(async (workspace, path) => {
    const load = async () => {
      await writeSettings(workspace.db, broken);
      await judge(workspace, 2);
      return { given: await countGiven(path) };
    };
    expect(
      await loadWithRulesBehind({ path, scope: { regions: ["EU"], teams: [] } }, load),
    ).toEqual({
      ...{ given: caseCount - 2, behind: { sinceUs: nowUs, cases: null } },
    });
  });
});

it("reads again what was read while rules were published and reached every case", async () => {
  await withKept(async (workspace, path) => {
    const counts: number[] = [];
    const load = async () => {
      await writeSettings(workspace.db, broken);
      await judge(workspace, 2);
      const given = await countGiven(path);
      counts.push(given);
      await judge(workspace);
      return { given };
    };
    expect(await loadWithRulesBehind({ path, scope: null }, load)).toEqual({
      ...{ given: 0, behind: null },
    });
    expect(counts).toEqual([caseCount - 2, 0]);
  });
});
