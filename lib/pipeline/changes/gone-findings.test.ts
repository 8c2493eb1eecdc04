import { expect, it } from "vitest";
import { isForSecond, tallySample } from "@/lib/domain/quality/review-sample";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { loadDisclosuresPage } from "@/lib/pages/disclosures/load";
import { loadSample } from "@/lib/pages/disclosures/load-samples";
import { loadSecond } from "@/lib/pages/disclosures/load-second";
import { sampleCodec } from "@/lib/pages/disclosures/samples/url";
import { disclosuresCodec } from "@/lib/pages/disclosures/url";
import { rawParams } from "@/lib/format/address/raw-params";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { countForSecond, readSample, readTallies } from "@/lib/store/decisions/review-samples";
import { readSignOffs } from "@/lib/store/decisions/sign-offs";
import {
  callRule as rule,
  decideOnCall,
  drawCalls,
  recordedCalls,
  reviewContext,
  reviewedUs,
  signSample,
} from "@/lib/testing/review-calls";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { applyChange } from "./apply-change";

const id = 1;
const seenIn = ({ folder }: TestWorkspace) => ({
  path: locationIn(folder, "main"),
  scope: null,
});

/** Draws a sample of six calls, with a second review of all or of none. */
async function drawSix(workspace: TestWorkspace, second: number) {
  await workspace.ingestRequests(recordedCalls(0, 6));
  await workspace.derive();
  const sample = await drawCalls(workspace, 1, 4, 2, second);
  await applyChange(reviewContext(workspace), { kind: "sample-drawn", sample, actor: "ann" });
  return sample.items;
}

/** Turns the rule on or off, and derives the cases again. */
async function switchRule(workspace: TestWorkspace, isOn: boolean): Promise<void> {
  const disclosureRules = { on: isOn ? [rule] : [], own: [] };
  await writeSettings(workspace.db, { ...defaultSettings, disclosureRules });
  await workspace.derive();
}

function samplePage(workspace: TestWorkspace, viewer = "ann") {
  const reader = { viewer, names: new Map([["ann", "Ann Berg"]]) };
  return loadSample(seenIn(workspace), id, sampleCodec.defaultValue, reviewedUs, reader);
}

/** How many findings of the sample wait for a second review by each of two people, as counts and as the list has it. */
async function countsForSecond({ db }: TestWorkspace) {
  const countOf = async (viewer: string) => {
    const { items = [] } = (await readSample(db, id, viewer)) ?? {};
    const [counted] = await countForSecond(db, 9, viewer);
    expect(counted?.findings ?? 0).toBe(items.filter((item) => isForSecond(item, viewer)).length);
    return counted?.findings ?? 0;
  };
  return { ann: await countOf("ann"), bob: await countOf("bob") };
}

it("signs off a sample of which an undecided finding no longer exists, counted and left out of the estimate", async () => {
  await withTestWorkspace(async (workspace) => {
    const items = await drawSix(workspace, 0);
    // The last one of the random part is only asked about, the one before it has no decision.
    const [open, asked] = [items[2], items[3]];
    for (const item of items) {
      if (item !== open) {
        await decideOnCall(workspace, item.caseId, item === asked ? "second_opinion" : "confirmed");
      }
    }
    await expect(signSample(workspace, { id, actor: "bob" })).rejects.toThrow("2 of 6 findings");
    await switchRule(workspace, false);

    const stored = (await readSample(workspace.db, id, null))?.items ?? [];
    const tally = tallySample(stored);
    expect([tally.random.gone, tally.random.undecided, tally.risk.gone]).toEqual([2, 0, 0]);
    expect((await readTallies(workspace.db, 9, "ann")).get(id)).toEqual(tally);
    const page = await samplePage(workspace);
    expect(page?.title).toMatch(/: 4 of 6 .*, 2 no longer/u);
    expect(page?.estimate).toMatch(/2 of 4 findings .*no longer/u);
    expect(page?.lines.map(({ decision }) => decision).slice(2, 4)).toEqual([
      "no longer exists",
      "second opinion asked: no longer exists",
    ]);
    expect(page?.signing.hindrance).toBe("");
    await signSample(workspace, { id, actor: "bob" });
    const [signed] = await readSignOffs(workspace.db, id);
    expect(signed?.tally).toEqual(tally);
    expect((await samplePage(workspace))?.signOffs[0]?.counts).toContain("2 no longer");
    expect(signed?.versions.reduce((sum, { findings }) => sum + findings, 0)).toBe(4);

    await switchRule(workspace, true);
    const again = await samplePage(workspace);
    expect(again?.signing.since).toContain("needs a new sign-off");
    expect(again?.signing.hindrance).toMatch(/2 of 6 .*decision/u);
  });
});

it("does not take a finding for gone whose case was merged into another", async () => {
  await withTestWorkspace(async (workspace) => {
    const items = await drawSix(workspace, 0);
    const [one, other] = [items[0]?.caseId ?? "", items[1]?.caseId ?? ""];
    await applyChange(reviewContext(workspace), {
      ...{ kind: "case-merged", fromCaseId: one, toCaseId: other },
    });
    await workspace.derive();
    const page = await samplePage(workspace);
    expect(page?.title).toMatch(/: 0 of 6 \w+$/u);
    expect(page?.panel?.caseId).toBe(other);
  });
});

it("is not signed off when none of its findings exists any more", async () => {
  await withTestWorkspace(async (workspace) => {
    await drawSix(workspace, 0);
    await switchRule(workspace, false);
    const reason = "None of its findings exists any more; draw another sample.";
    expect((await samplePage(workspace))?.signing.hindrance).toBe(reason);
    await expect(signSample(workspace, { id, actor: "bob" })).rejects.toThrow(reason);
  });
});

it("does not wait for a second review that nobody can make any more", async () => {
  await withTestWorkspace(async (workspace) => {
    const items = await drawSix(workspace, 1);
    expect(await countsForSecond(workspace)).toEqual({ ann: 6, bob: 6 });
    for (const { caseId } of items) await decideOnCall(workspace, caseId, "confirmed");
    expect(await countsForSecond(workspace)).toEqual({ ann: 0, bob: 6 });
    const stored = (await readSample(workspace.db, id, null))?.items ?? [];
    for (const { position, caseId, status, version } of stored.slice(1)) {
      await applyChange(reviewContext(workspace), {
        ...{ kind: "finding-second-reviewed", id, position, caseId, rule, status, version },
        ...{ decision: "confirmed", reason: "", actor: "bob" },
      });
    }
    expect(await countsForSecond(workspace)).toEqual({ ann: 0, bob: 1 });
    await switchRule(workspace, false);
    expect(await countsForSecond(workspace)).toEqual({ ann: 0, bob: 0 });
    for (const viewer of ["ann", "bob"]) {
      const page = await samplePage(workspace, viewer);
      expect(page?.title).toMatch(/: 5 of 6 .*, 1 no longer/u);
      expect(page?.signing.hindrance).toBe("");
    }
    const second = await loadSecond(seenIn(workspace), id, { item: null }, "bob");
    expect(second?.title).toMatch(/ 1: 5 of 5 /u);
    expect(second?.lines[0]?.decision).toBe("no longer exists");

    await signSample(workspace, { id, actor: "bob" });
    await switchRule(workspace, true);
    const { query } = disclosuresCodec.parse(rawParams("period=all&review=withheld"));
    const reader = { viewer: "bob", names: new Map<string, string>() };
    const may = { review: true, signOff: true };
    const { list } = await loadDisclosuresPage(
      ...([seenIn(workspace), query, reviewedUs, reader, may] as const),
    );
    // What was signed off is no longer kept back.
    expect(list.pagination.total).toBe(0);
  });
});
