import { beforeAll, expect, it } from "vitest";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readCase } from "@/lib/store/cases/read-case";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import {
  casesCodec,
  type CasesQuery,
  everyCase,
  withToggled,
} from "@/lib/analytics/filter/cases-query";
import { isoInstant } from "@/lib/format/format";
import { rawParams } from "@/lib/format/address/raw-params";
import type { SlaModel } from "./sla-model";
import { caseKnowledge } from "@/lib/pages/case/load-knowledge";
import { loadCasePage } from "@/lib/pages/case/load";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { slaCsv } from "./load-csv";
import { loadSlaPage } from "./load";

const { endUs } = demoSeed;
const monthUs = 30 * 86_400_000_000;
const queries: readonly CasesQuery[] = [
  everyCase,
  withToggled(everyCase, "type", "refund"),
  { ...withToggled(everyCase, "first", "chat"), period: "30d" },
  withToggled(everyCase, "team", "Network"),
];

type Read = {
  readonly model: SlaModel;
  readonly listed: Map<string, { readonly rows: number; readonly lines: number }>;
  readonly csv: string;
};
const reads: Read[] = [];
/** What the SLA file says of a clock, and the Case page of the same case. */
type Clock = {
  readonly caseId: string;
  readonly inFile: readonly string[];
  readonly onPage: readonly string[];
};
const clocks: Clock[] = [];
/** By state: cases in it whose outcome is resolved. */
const resolved = new Map<string, number>();
/** Of clocks that are late: in words on the SLA page, and on the Case page. */
const lateWords: (readonly [string, string])[] = [];
const models: SlaModel[] = [];

beforeAll(async () => {
  const { seen, db } = await demoWorkspace();
  for (const query of queries) {
    const model = await loadSlaPage(seen, query, endUs);
    const listed: Read["listed"] = new Map();
    const ofTeams = model.teams?.rows.flatMap(({ cells }) => cells) ?? [];
    const parts = [...(model.clocks?.segments ?? []), ...(model.reasons?.rows ?? []), ...ofTeams];
    for (const { href } of parts) {
      if (href === undefined || href === null) continue;
      const { search } = new URL(href, "http://localhost");
      const { query: list, dropped } = casesCodec.parse(rawParams(search));
      expect(dropped).toEqual([]);
      let lines = -1;
      for await (const part of casesCsv(seen, list, endUs)) lines += part.split("\r\n").length - 1;
      listed.set(href, { rows: (await loadCasesPage(seen, list, endUs)).total, lines });
    }
    let csv = "";
    for await (const part of slaCsv(seen, query, endUs)) csv += part;
    reads.push({ model, listed, csv });
  }
  for (const { key, href } of reads[0]?.model.clocks?.segments ?? []) {
    const { search } = new URL(href ?? "", "http://localhost");
    let { query: list } = casesCodec.parse(rawParams(search));
    list = withToggled(list, "outcome", "resolved_verified");
    list = withToggled(list, "outcome", "resolved_confirmed");
    resolved.set(key, (await loadCasesPage(seen, list, endUs)).total);
  }
  const settings = await readSettings(db);
  const perState = new Map<string, number>();
  for (const line of reads[0]?.csv.trimEnd().split("\r\n").slice(1) ?? []) {
    const cells = line.split(",");
    const [caseId = "", , , state = "", , , due = ""] = cells;
    const read = (perState.get(state) ?? 0) + 1;
    perState.set(state, read);
    const stored = read > 60 ? null : await readCase(db, caseId);
    if (stored === null) continue;
    const { status } = caseKnowledge(stored, settings, endUs).slaClock;
    clocks.push({
      caseId,
      inFile: [state, due, cells.at(-1) ?? ""],
      onPage: [
        status.state,
        isoInstant(status.dueUs ?? NaN) ?? "",
        String(Math.round(status.leftUs / 60_000_000)),
      ],
    });
  }
  const urgent = reads[0]?.model.urgent.rows ?? [];
  for (const { caseId, leftWords } of urgent.filter(({ tone }) => tone === "fail")) {
    const page = await loadCasePage(seen, caseId, defaultCaseQuery, endUs);
    lateWords.push([leftWords, page?.timeline.sla.overWords ?? ""]);
  }
  models.push(await loadSlaPage(seen, everyCase, endUs + monthUs));
  models.push(await loadSlaPage(seen, everyCase, endUs));
  const account = withToggled(everyCase, "type", "account");
  models.push(await loadSlaPage(seen, account, endUs));
  const outages = withToggled(everyCase, "type", "outage");
  models.push(await loadSlaPage(seen, outages, endUs));
});

it("has one state, due date and lateness of a clock in the file and on the Case page", () => {
  expect(new Set(clocks.map(({ inFile }) => inFile[0])).size).toBe(6);
  expect(clocks.map(({ caseId, inFile }) => [caseId, ...inFile])).toEqual(
    clocks.map(({ caseId, onPage }) => [caseId, ...onPage]),
  );
  expect(lateWords.length).toBeGreaterThan(0);
  for (const [onSla, onCase] of lateWords) expect(onCase).toBe(onSla);
});

it("counts no case that is resolved among the open ones", () => {
  const open = ["overdue", "risk", "open", "paused"];
  expect(open.map((state) => resolved.get(state))).toEqual([0, 0, 0, 0]);
  expect(resolved.get("met")).toBeGreaterThan(0);
});

const countOf = (model: SlaModel | undefined, state: string) =>
  model?.clocks?.segments.find(({ key }) => key === state)?.count ?? NaN;

it("opens exactly the cases that each part of the bar counts, and writes them all to the file", () => {
  for (const { model, listed, csv } of reads) {
    const counts = model.clocks?.segments.filter(({ count }) => count > 0) ?? [];
    expect(counts.map(({ href }) => listed.get(href ?? ""))).toEqual(
      counts.map(({ count }) => ({ rows: count, lines: count })),
    );
    const lines = csv.trimEnd().split("\r\n").slice(1);
    expect(lines).toHaveLength(counts.reduce((sum, { count }) => sum + count, 0));
    const late = lines.filter((line) => line.includes(",overdue,"));
    expect(late).toHaveLength(countOf(model, "overdue"));
  }
});

it("opens exactly the cases whose clock is paused for a reason, each once", () => {
  for (const { model, listed } of reads) {
    const rows = model.reasons?.rows ?? [];
    expect(rows.map(({ href }) => listed.get(href ?? ""))).toEqual(
      rows.map(({ amount }) => ({ rows: amount, lines: amount })),
    );
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(countOf(model, "paused"));
  }
  expect(reads[0]?.model.reasons?.rows.length).toBeGreaterThan(1);
});

it("opens exactly the cases that each team's figures count, under each filter", () => {
  for (const { model, listed } of reads) {
    const cells = model.teams?.rows.flatMap((row) => row.cells) ?? [];
    const counts = cells.filter(({ href }) => href !== undefined);
    expect(counts.length).toBeGreaterThan(1);
    for (const { words, href } of counts) {
      const count = Number(words.replaceAll(",", ""));
      expect(listed.get(href ?? ""), href).toEqual({ rows: count, lines: count });
    }
  }
  const teams = reads.at(-1)?.model.teams?.rows.map(({ words }) => words);
  expect(teams).toEqual(["Network"]);
});

it("names the team that resolves outages fastest, and of several types none", () => {
  expect(reads[0]?.model.teams?.title).toMatch(/compare teams only within one case type$/u);
  expect(models[3]?.teams?.title).toMatch(/^Network north .*: half .* \d+ h/u);
});

it("has cases in every state, those at risk first among the urgent", () => {
  const [first] = reads;
  for (const { count } of first?.model.clocks?.segments ?? []) expect(count).toBeGreaterThan(0);
  expect(first?.model.urgent.rows[0]?.stateWords).toBe("At risk");
  expect(
    first?.model.reasons?.rows.every(({ subject }) => /^waiting on /.test(subject.words)),
  ).toBe(true);
});

it("knows a month on what has come due since, and nothing of it is stored", () => {
  const [later, again] = models;
  const now = reads[0]?.model;
  expect([countOf(later, "risk"), countOf(later, "open")]).toEqual([0, 0]);
  // What was resolved and fell quiet is closed by then.
  const states = ["overdue", "risk", "open", "paused", "met", "breached"];
  const all = [later, now].map((model) =>
    states.reduce((sum, state) => sum + countOf(model, state), 0),
  );
  expect(all[0]).toBe(all[1]);
  expect(countOf(later, "overdue")).toBeGreaterThan(countOf(now, "overdue"));
  for (const state of ["met", "breached"]) {
    expect(countOf(later, state)).toBeGreaterThanOrEqual(countOf(now, state));
  }
  expect(again).toEqual(now);
});

it("draws no clock and no figure of cases that have no target, and says what gives them one", () => {
  const without = models[2];
  expect(without?.clocks).toBeNull();
  expect(without?.figures).toEqual([]);
  expect(without?.noTarget).toMatch(/^No targets /u);
  expect(models[1]?.noTarget).toBeNull();
});

it("counts every urgent case, those beyond its rows too", () => {
  for (const { model } of reads) {
    const count = countOf(model, "risk") + countOf(model, "overdue");
    expect(model.urgent.rows.length + model.urgent.more).toBe(count);
    expect(model.urgent.title).toContain(count === 0 ? "Nothing" : String(count));
  }
  expect(reads[0]?.model.urgent.more).toBeGreaterThan(0);
});

it("lists in the evening what business hours are left for before what runs out tonight", async () => {
  const { seen } = await demoWorkspace();
  const { urgent } = await loadSlaPage(seen, everyCase, endUs + 6 * 3_600_000_000);
  const groupOf = ({ stateWords, leftWords }: (typeof urgent.rows)[number]) =>
    stateWords === "At risk" ? (leftWords === "ends before business hours" ? 1 : 0) : 2;
  const groups = urgent.rows.map(groupOf);
  expect(groups).toEqual(groups.toSorted());
  expect(groups).toContain(1);
});
