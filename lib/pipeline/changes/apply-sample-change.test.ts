import { expect, it } from "vitest";
import { outcomeOf, tallySample, violationsIn } from "@/lib/domain/quality/review-sample";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadDisclosuresPage } from "@/lib/pages/disclosures/load";
import { drawFindings, loadSample, loadSamples } from "@/lib/pages/disclosures/load-samples";
import { sampleCodec, samplesCodec } from "@/lib/pages/disclosures/samples/url";
import { disclosuresCodec } from "@/lib/pages/disclosures/url";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { readDetachedReviews, readRuleReviews } from "@/lib/store/decisions/disclosure-reviews";
import { readSample, readTallies } from "@/lib/store/decisions/review-samples";
import { readSignOffs } from "@/lib/store/decisions/sign-offs";
import { findRule } from "@/lib/disclosures/rules";
import {
  callRule as rule,
  callsStartUs as startUs,
  decideOnCall,
  drawCalls,
  recordedCalls,
  reviewContext as context,
  reviewedUs as nowUs,
  signSample,
} from "@/lib/testing/review-calls";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { eraseCustomer } from "../intake/erase-customer";
import { createHashTombstone } from "../worker/data-folder";
import { applyChange } from "./apply-change";

it("draws the same findings with the same seed, and those by risk apart", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 12));
    await workspace.derive();
    const one = await drawCalls(workspace, 7, 5, 3);
    expect(await drawCalls(workspace, 7, 5, 3)).toEqual(one);
    expect((await drawCalls(workspace, 8, 5, 3)).items).not.toEqual(one.items);
    expect(one.population).toBe(12);
    expect(one.items.map(({ part }) => part)).toEqual([
      ...Array.from({ length: 5 }, () => "random"),
      ...Array.from({ length: 3 }, () => "risk"),
    ]);
    expect(new Set(one.items.map(({ caseId }) => caseId)).size).toBe(8);
    const left = one.items.filter(({ part }) => part === "risk");
    expect(left.map(({ status }) => status)).toEqual(["missing", "missing", "missing"]);
    expect((await drawCalls(workspace, 7, 400, 100)).items).toHaveLength(12);
  });
});

it("is signed off once every finding is decided, stays as it was drawn, and keeps each sign-off", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 6));
    await workspace.derive();
    const sample = await drawCalls(workspace, 1, 3, 1);
    const drawn = await applyChange(context(workspace), {
      ...{ kind: "sample-drawn", sample, actor: "ann" },
    });
    const id = drawn.id ?? 0;
    const sign = (actor: string, after: number | null, note = "") =>
      signSample(workspace, { id, note, after, actor });
    await expect(sign("ann", null)).rejects.toThrow(/^4 of 4 findings .*decision/u);

    for (const { caseId } of sample.items) await decideOnCall(workspace, caseId, "confirmed");
    const first = await sign("ann", null, "Told anna.berg@example.com.");
    await expect(sign("bob", null)).rejects.toThrow("signed it off");

    const before = await readSample(workspace.db, id, null);
    const items = before?.items ?? [];
    expect(items).toMatchObject(sample.items);
    const missed = sample.items.filter(
      ({ part, status }) => part === "random" && status !== "given",
    );
    expect(violationsIn(tallySample(items))).toEqual({ hits: missed.length, of: 3 });

    const [given] = sample.items.filter(({ status }) => status === "given");
    await decideOnCall(workspace, given?.caseId ?? "", "overturned");
    await workspace.ingestRequests(recordedCalls(6, 9));
    await workspace.derive();
    const after = await readSample(workspace.db, id, null);
    expect(after?.sample).toEqual(before?.sample);
    expect(after?.items.filter((item) => outcomeOf(item) === "violation")).toHaveLength(
      items.filter((item) => outcomeOf(item) === "violation").length + 1,
    );
    const second = await sign("bob", first.id);
    const [latest, oldest] = await readSignOffs(workspace.db, id);
    expect([latest?.id, oldest?.id]).toEqual([second.id, first.id]);
    expect(oldest?.note).toMatch(/^Told <EMAIL:[0-9a-f]{16}>\.$/u);
    expect(oldest?.tally).toEqual(tallySample(items));
    expect(latest?.versions).toEqual([{ rule, version: sample.items[0]?.version, findings: 4 }]);

    const gone = sample.items[0]?.caseId ?? "";
    const customerId = gone.replace("C-", "u-");
    const hashTombstone = createHashTombstone(workspace.folder);
    await eraseCustomer(workspace.db, { customerId, hashTombstone, nowUs });
    await workspace.derive();
    const left = await readSample(workspace.db, id, null);
    expect(left?.items.map(({ caseId }) => caseId)).toEqual(
      sample.items.map(({ caseId }) => caseId).filter((caseId) => caseId !== gone),
    );
    expect((await readDetachedReviews(workspace.db, 9, "ann")).total).toBe(0);
  });
});

it("is not signed off by who published a version of its rule", async () => {
  await withTestWorkspace(async (workspace) => {
    const shipped = findRule(rule);
    if (shipped === null) throw new Error("The rule is not shipped any more.");
    const own = [{ rule: { ...shipped, version: 9 }, published: { atUs: startUs, by: "ann" } }];
    await writeSettings(workspace.db, { ...defaultSettings, disclosureRules: { on: [rule], own } });
    await workspace.ingestRequests(recordedCalls(0, 2));
    await workspace.derive();
    const sample = await drawCalls(workspace, 1, 2, 0);
    const { id } = await applyChange(context(workspace), {
      ...{ kind: "sample-drawn", sample, actor: "bob" },
    });
    for (const { caseId } of sample.items) await decideOnCall(workspace, caseId, "confirmed");
    const sign = (actor: string) => signSample(workspace, { id: id ?? 0, actor });
    const seen = { path: locationIn(workspace.folder, "main"), scope: null };
    const pageOf = (viewer: string) => {
      const reader = { viewer, names: new Map<string, string>() };
      return loadSample(seen, id ?? 0, sampleCodec.defaultValue, nowUs, reader);
    };
    const refusal = `You published version 9 of ${rule}`;
    expect((await pageOf("ann"))?.signing.hindrance).toContain(refusal);
    expect((await pageOf("bob"))?.signing.hindrance).toBe("");
    expect((await pageOf("bob"))?.signing.caution).toBe("");
    await workspace.db.write(async (connection) => {
      const set = "UPDATE disclosure_rule_versions SET published_by = 'cli-0123456789abcdef'";
      await connection.exec(set);
    });
    expect((await pageOf("bob"))?.signing.caution).toMatch(
      new RegExp(`^Version 9 of ${rule} .*command line`, "u"),
    );
    await workspace.db.write(async (connection) => {
      await connection.exec("UPDATE disclosure_rule_versions SET published_by = 'ann'");
    });
    await expect(sign("ann")).rejects.toThrow(refusal);
    await sign("bob");

    await writeSettings(workspace.db, { ...defaultSettings, disclosureRules: { on: [], own } });
    await workspace.derive();
    const page = await pageOf("ann");
    expect([page?.isDetached, page?.signOffs.length, page?.lines.length]).toEqual([true, 1, 2]);
    const drawnFrom = { name: "Findings when drawn", words: "2 that could be evaluated" };
    expect(page?.facts).toContainEqual(drawnFrom);
    expect(page?.signing.covers).toMatch(/\. There are no findings there now\.$/u);
  });
});

it("does not estimate from findings that a later version of their rule judges otherwise", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 6));
    await workspace.derive();
    const sample = await drawCalls(workspace, 1, 6, 0);
    const drawn = await applyChange(context(workspace), {
      ...{ kind: "sample-drawn", sample, actor: "ann" },
    });
    const id = drawn.id ?? 0;
    const shipped = findRule(rule);
    if (shipped === null) throw new Error("The rule is not shipped any more.");
    const version = shipped.version + 1;
    // By it a question is enough, which every call has.
    const elements = [{ key: "help", mode: "verbatim" as const, anyOf: ["help you"] }];
    const own = [
      { rule: { ...shipped, version, elements }, published: { atUs: startUs, by: "bob" } },
    ];
    await writeSettings(workspace.db, { ...defaultSettings, disclosureRules: { on: [rule], own } });
    await workspace.derive();
    for (const { caseId } of sample.items) await decideOnCall(workspace, caseId, "confirmed");

    const items = (await readSample(workspace.db, id, null))?.items ?? [];
    const tally = tallySample(items);
    expect([tally.random.fine, tally.random.violation, tally.random.changed]).toEqual([3, 0, 3]);
    expect(violationsIn(tally)).toEqual({ hits: 0, of: 3 });
    expect((await readTallies(workspace.db, 9, "ann")).get(id)).toEqual(tally);
    const seen = { path: locationIn(workspace.folder, "main"), scope: null };
    const reader = { viewer: "ann", names: new Map<string, string>() };
    const page = await loadSample(seen, id, sampleCodec.defaultValue, nowUs, reader);
    expect(page?.estimate).toMatch(/\b3 findings .*version of the rule/u);
    const versions = `drawn by version ${String(shipped.version)}, the latest is ${String(version)}`;
    expect(page?.facts.find(({ name }) => name === "Rules changed since")?.words).toContain(
      versions,
    );
  });
});

it("signs off the period that a sample was drawn from, and says on its page how much of it nobody judged", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 9));
    await workspace.derive();
    const seen = { path: locationIn(workspace.folder, "main"), scope: null };
    const reader = { viewer: "ann", names: new Map([["ann", "Ann Berg"]]) };
    const shownAt = async (search: string) => {
      const { query } = disclosuresCodec.parse(rawParams(search));
      const may = { review: true, signOff: true };
      return (await loadDisclosuresPage(seen, query, nowUs, reader, may)).signing;
    };
    const search = `period=all&rule=${rule}&severity=critical`;
    const before = await shownAt(search);
    expect(before?.signed).toBeNull();
    const { query } = samplesCodec.parse(rawParams(before?.href.split("?")[1] ?? ""));
    expect(query).toMatchObject({ rule, severity: "critical" });
    const sample = await drawFindings(seen, query, nowUs, {
      ...{ seed: 1, random: 4, risk: 0, second: 0, severityOf: () => 1 },
    });
    const drawn = await applyChange(context(workspace), {
      ...{ kind: "sample-drawn", sample, actor: "ann" },
    });
    const id = drawn.id ?? 0;
    for (const { caseId } of sample.items) await decideOnCall(workspace, caseId, "confirmed");
    await signSample(workspace, { id, actor: "ann" });
    await decideOnCall(workspace, "C-0", "confirmed");
    await decideOnCall(workspace, "C-1", "confirmed");

    const page = await loadSample(seen, id, sampleCodec.defaultValue, nowUs, reader);
    expect(page?.signOffs[0]?.period).toMatch(
      /^Of 9 .* 5 given, 4 not given and 0 not evaluable, .* 4 and nobody 5\.$/u,
    );
    expect((await shownAt(search))?.signed).toEqual({
      ...{ words: "Signed off by Ann Berg", atUs: nowUs, href: "/disclosures/samples/1" },
    });
    expect((await shownAt(`${search}&found=given&page=2`))?.signed).not.toBeNull();
    for (const other of ["on=voice", "by=ai", "days=2026-09-21", "region=US-CA"]) {
      expect((await shownAt(`${search}&${other}`))?.signed).toBeNull();
    }
    expect((await shownAt(`period=all&rule=${rule}`))?.signed).toBeNull();
    const lines = await loadSamples(seen, query, nowUs, reader);
    expect(lines.lines.map(({ isOfFilter }) => isOfFilter)).toEqual([true]);
  });
});

it("refuses the sign-off of a period by who wrote one of its rules, drawn or not", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 3));
    await workspace.derive();
    const sample = await drawCalls(workspace, 1, 1, 0);
    const drawn = await applyChange(context(workspace), {
      ...{ kind: "sample-drawn", sample, actor: "ann" },
    });
    for (const { caseId } of sample.items) await decideOnCall(workspace, caseId, "confirmed");
    await workspace.db.write(async (connection) => {
      await connection.exec(`INSERT INTO disclosure_rule_versions (rule, version, body, published_by, published_us)
        VALUES ('of-ann', 1, '{}', 'ann', 1)`);
    });
    const period = { rules: [rule, "of-ann"], given: 2, notGiven: 1, notEvaluable: 0, judged: 1 };
    const sign = (actor: string) =>
      applyChange(context(workspace), {
        ...{ kind: "sample-signed-off", id: drawn.id ?? 0, note: "", after: null, period, actor },
      });
    await expect(sign("ann")).rejects.toThrow(/published version 1 of of-ann/u);
    expect((await sign("bob")).id).toBe(1);
  });
});

it("counts what a rule said rightly, and what it found of all violations in random parts only", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(recordedCalls(0, 14));
    await workspace.derive();
    const sample = await drawCalls(workspace, 3, 6, 2);
    await applyChange(context(workspace), { kind: "sample-drawn", sample, actor: "ann" });
    const of = (part: string, isGiven: boolean) =>
      sample.items.filter((item) => item.part === part && (item.status === "given") === isGiven);
    const [wrong, ...right] = of("random", true);
    const missed = of("random", false);
    await decideOnCall(workspace, wrong?.caseId ?? "", "overturned");
    for (const { caseId } of right) await decideOnCall(workspace, caseId, "confirmed");
    for (const { caseId } of missed) await decideOnCall(workspace, caseId, "confirmed");
    const [byRisk, waived] = of("risk", false);
    await decideOnCall(workspace, byRisk?.caseId ?? "", "overturned");
    await decideOnCall(workspace, waived?.caseId ?? "", "waived");
    const version = sample.items[0]?.version ?? 0;
    expect(await readRuleReviews(workspace.db, { id: rule, version })).toEqual({
      notGiven: { hits: missed.length, of: missed.length + 1 },
      given: { hits: right.length, of: right.length + 1 },
      violations: { hits: missed.length, of: missed.length + 1 },
    });
    const before = { id: rule, version: version + 1 };
    expect((await readRuleReviews(workspace.db, before)).given.of).toBe(0);
  });
});
