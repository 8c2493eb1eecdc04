import { join } from "node:path";
import { expect, it } from "vitest";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import type { ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadCasePage } from "@/lib/pages/case/load";
import { caseCodec } from "@/lib/pages/case/url";
import { childListCsv } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { makeCasePack } from "@/lib/pipeline/packs/make-case-pack";
import { makeSamplePack } from "@/lib/pipeline/packs/make-sample-pack";
import type { PackRequest } from "@/lib/pipeline/packs/pack-parts";
import type { AuditAction } from "@/lib/domain/people/audit";
import { loadAuditRows } from "@/lib/pages/audit/load-rows";
import { recordAudit } from "@/lib/store/access/append-audit";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { openWriter } from "@/lib/store/open-database";
import { readRuleReviews } from "@/lib/store/decisions/disclosure-reviews";
import { readSample } from "@/lib/store/decisions/review-samples";
import { tester } from "@/lib/testing/access-store";
import {
  callRule as rule,
  decideOnCall,
  drawCalls,
  recordedCalls,
  reviewContext,
  reviewedUs,
} from "@/lib/testing/review-calls";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadDisclosuresPage } from "./load";
import { loadQueue } from "./load-queue";
import { loadSample, loadSamples } from "./load-samples";
import { loadSecond } from "./load-second";
import { queueCodec } from "./queue/url";
import { sampleCodec, samplesCodec } from "./samples/url";
import { disclosuresCodec } from "./url";

const id = 1;
const findings = 6;
const reader = (viewer: string) => ({ viewer, names: new Map([["ann", "Ann Berg"]]) });
const seenIn = ({ folder }: TestWorkspace) => ({
  path: locationIn(folder, "main"),
  scope: null,
});

/** Runs a function after Ann decided on each finding of a sample that asks for a second review of all. */
function withDecided<T>(
  decision: ReviewDecision,
  run: (workspace: TestWorkspace) => Promise<T>,
): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, findings));
    await workspace.derive();
    // One was decided before the sample was drawn.
    await decideOnCall(workspace, "C-0", decision);
    const sample = await drawCalls(workspace, 1, findings, 0, 1);
    await applyChange(reviewContext(workspace), { kind: "sample-drawn", sample, actor: "ann" });
    for (const { caseId } of sample.items) {
      if (caseId !== "C-0") await decideOnCall(workspace, caseId, decision);
    }
    return run(workspace);
  });
}

function disclosuresAt(workspace: TestWorkspace, search: string, viewer: string) {
  const { query } = disclosuresCodec.parse(rawParams(`period=all&${search}`));
  const may = { review: true, signOff: true };
  return loadDisclosuresPage(seenIn(workspace), query, reviewedUs, reader(viewer), may);
}

/** Everything that somebody can open about the findings. */
async function openedBy(viewer: string, workspace: TestWorkspace, decision: ReviewDecision) {
  const seen = seenIn(workspace);
  const shown: unknown[] = [];
  for (const found of ["given", "not_given"]) {
    shown.push(await disclosuresAt(workspace, `found=${found}`, viewer));
    for (const filter of ["review=confirmed", "review=overturned", "reviewer=ann"]) {
      shown.push((await disclosuresAt(workspace, `found=${found}&${filter}`, viewer)).list);
    }
  }
  const of = { ...reader(viewer), dueUs: () => reviewedUs };
  shown.push(await loadQueue(seen, queueCodec.defaultValue, reviewedUs, of));
  shown.push(await loadSamples(seen, samplesCodec.defaultValue, reviewedUs, reader(viewer)));
  for (let item = 1; item <= findings; item += 1) {
    shown.push(await loadSample(seen, id, { page: 1, item }, reviewedUs, reader(viewer)));
    shown.push(await loadSecond(seen, id, { item }, viewer));
    const caseId = `C-${String(item - 1)}`;
    shown.push(await loadCasePage(seen, caseId, caseCodec.defaultValue, reviewedUs));
  }
  const { query } = childListCodecs.disclosures.parse(rawParams("period=all"));
  for await (const chunk of childListCsv(seen, query, reviewedUs, readsAll)) shown.push(chunk);
  shown.push(await readRuleReviews(workspace.db, { id: rule, version: 2 }));
  shown.push(...(await auditedOf(viewer, workspace, decision)));
  return shown.map((each) => JSON.stringify(each)).join("\n");
}

/** The audit's page, and the packs of a case and of the sample, with the audit's rows of each decision. */
async function auditedOf(viewer: string, workspace: TestWorkspace, decision: ReviewDecision) {
  const path = join(workspace.folder, `access-of-${viewer}.db`);
  const access = await openWriter(path, 0, "access");
  const add = (action: AuditAction, target: string, after: unknown, actor = "ann") => {
    const values = { workspace: "main", target, before: null, after } as const;
    return recordAudit(access, { ...tester, ...values, actor, action }, reviewedUs);
  };
  await add("exported", "before", null);
  for (let at = 0; at < findings; at += 1) {
    const target = `C-${String(at)}`;
    await add("finding-reviewed", target, { rule, decision });
    if (decision === "confirmed") continue;
    // One who overturns thinks twice, and once too late.
    await add("finding-reviewed", target, { rule, decision: "waived" });
    await add("not-kept", target, { was: "finding-reviewed" });
  }
  await add("exported", "after", null);
  const { rows } = await verifyAudit(access, null);
  const request: PackRequest = {
    workspace: { name: "main", path: locationIn(workspace.folder, "main") },
    viewer: { actor: viewer, role: "compliance", scope: null, isDemo: false },
    check: { head: "", rows, faults: [], erased: 0, holdsHead: null },
    ...{ access, timeZone: "UTC", nowUs: reviewedUs },
  };
  const ofCase = await makeCasePack(request, "C-1");
  const ofSample = await makeSamplePack(request, id);
  const pages: unknown[] = [];
  for (const filter of [{}, { actor: "ann" }, { target: "C-1" }, { action: "not-kept" }]) {
    const all = { actor: null, action: null, target: null, fromUs: null, toUs: null };
    const paging = { page: 1, size: 9 };
    const shown = [request.workspace] as const;
    pages.push(await loadAuditRows(access, shown, viewer, { ...all, ...filter }, paging));
  }
  await access.close();
  return [ofCase?.file, ofSample?.file, ...pages];
}

it("shows a second reviewer nothing by which a first decision can be told, before the second is made", async () => {
  const [confirmed, overturned] = [
    await withDecided("confirmed", (of) => openedBy("bob", of, "confirmed")),
    await withDecided("overturned", (of) => openedBy("bob", of, "overturned")),
  ];
  expect(confirmed === overturned).toBe(true);
  expect(confirmed.includes("Read by ear")).toBe(false);
  expect(confirmed.includes("awaits second review")).toBe(true);
  expect(confirmed.includes("rows have neither numbers nor hashes")).toBe(true);
  expect(confirmed.includes('"target":"after"')).toBe(true);
});

it("shows the first reviewer their own decision, and refuses another one by somebody else", async () => {
  await withDecided("confirmed", async (workspace) => {
    const search = "finding=0.C-1";
    const { panel } = await disclosuresAt(workspace, search, "ann");
    expect(panel?.reviews.map(({ words, reason }) => [words, reason])).toEqual([
      ["confirmed", "Read by ear."],
    ]);
    expect(panel?.withheld).toBeNull();
    const ofBob = (await disclosuresAt(workspace, search, "bob")).panel;
    expect(ofBob?.reviews).toEqual([]);
    expect(ofBob?.withheld?.secondHref).toMatch(/^\/disclosures\/samples\/1\/second\?item=\d$/u);
    await expect(decideOnCall(workspace, "C-1", "overturned", "bob")).rejects.toThrow(
      "waits for a second review",
    );
    await decideOnCall(workspace, "C-1", "waived", "ann");
  });
});

it("shows a reviewer limited to a region that it is decided, and no review that they cannot make", async () => {
  await withDecided("confirmed", async (workspace) => {
    const seen = { ...seenIn(workspace), scope: { regions: ["US-CA"], teams: [] } };
    const may = { review: true, signOff: false };
    const { query } = disclosuresCodec.parse(rawParams("period=all&found=not_given"));
    const page = await loadDisclosuresPage(seen, query, reviewedUs, reader("bob"), may);
    expect(page.list.lines.map(({ review }) => review)).toEqual(
      Array.from({ length: 3 }, () => "decided, shown later"),
    );
    expect(page.panel?.withheld).toEqual({ secondHref: null });
    const queue = queueCodec.defaultValue;
    const of = { ...reader("bob"), dueUs: () => reviewedUs };
    const waiting = await loadQueue(seen, queue, reviewedUs, of);
    expect(JSON.stringify([page, waiting])).not.toMatch(/second review/u);
  });
});

it("shows the decision everywhere once the second review is made", async () => {
  await withDecided("confirmed", async (workspace) => {
    const before = await disclosuresAt(workspace, "review=withheld", "bob");
    expect(before.list.pagination.total).toBe(3);
    const items = (await readSample(workspace.db, id, null))?.items ?? [];
    for (const { position, caseId, status, version } of items) {
      await applyChange(reviewContext(workspace), {
        ...{ kind: "finding-second-reviewed", id, position, caseId, rule, status, version },
        ...{ decision: "confirmed", reason: "", actor: "bob" },
      });
    }
    const after = await disclosuresAt(workspace, "review=confirmed", "bob");
    expect(after.list.pagination.total).toBe(3);
    expect(after.panel?.reviews[0]?.by).toBe("Ann Berg");
    const { defaultValue } = sampleCodec;
    const page = await loadSample(seenIn(workspace), id, defaultValue, reviewedUs, reader("bob"));
    expect(page?.title).toMatch(/ 1: 6 of 6 /u);
    expect(page?.estimate).toContain("3 of 6");
    expect(page?.agreement).toMatch(/6 of 6 .* two people, 6 alike/u);
    const shown = await openedBy("bob", workspace, "confirmed");
    expect(shown.match(/Read by ear/gu)?.length).toBeGreaterThan(2 * findings);
    expect(shown.includes("rows have neither numbers nor hashes")).toBe(false);
    expect(shown.match(/"action":"finding-reviewed","workspace"/gu)?.length).toBeGreaterThan(6);
  });
});
