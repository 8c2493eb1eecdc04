import { beforeAll, expect, it } from "vitest";
import { withDemoWorkspace } from "@/lib/testing/demo-workspace";
import { defaultCasesQuery, withToggled, type CasesQuery } from "@/lib/view/cases-query";
import { parseCasesParams } from "@/lib/view/search-params/cases";
import { rawParams } from "@/lib/view/search-params/raw-params";
import type { SlaModel } from "@/lib/view/sla/sla-model";
import { casesCsv } from "./cases-csv";
import { loadCasesPage } from "./cases-page";
import { slaCsv } from "./sla-csv";
import { loadSlaPage } from "./sla-page";

/** 2026-11-18T12:00:00Z. */
const endUs = 1_795_003_200_000_000;
const monthUs = 30 * 86_400_000_000;
const queries: readonly CasesQuery[] = [
  defaultCasesQuery,
  withToggled(defaultCasesQuery, "type", "refund"),
  { ...withToggled(defaultCasesQuery, "first", "chat"), period: "30d" },
  withToggled(defaultCasesQuery, "team", "Network"),
];

type Read = {
  readonly model: SlaModel;
  readonly listed: Map<string, { readonly rows: number; readonly lines: number }>;
  readonly csv: string;
};
const reads: Read[] = [];
const models: SlaModel[] = [];

beforeAll(
  () =>
    withDemoWorkspace({ seed: 7, endUs }, async ({ seen }) => {
      for (const query of queries) {
        const model = await loadSlaPage(seen, query, endUs);
        const listed: Read["listed"] = new Map();
        const ofTeams = model.teams?.rows.flatMap(({ cells }) => cells) ?? [];
        const parts = [...(model.clocks?.parts ?? []), ...(model.reasons?.rows ?? []), ...ofTeams];
        for (const { href } of parts) {
          if (href === undefined || href === null) continue;
          const { search } = new URL(href, "http://localhost");
          const { query: list, dropped } = parseCasesParams(rawParams(search));
          expect(dropped).toEqual([]);
          let lines = -1;
          for await (const part of casesCsv(seen, list, endUs))
            lines += part.split("\r\n").length - 1;
          listed.set(href, { rows: (await loadCasesPage(seen, list, endUs)).total, lines });
        }
        let csv = "";
        for await (const part of slaCsv(seen, query, endUs)) csv += part;
        reads.push({ model, listed, csv });
      }
      models.push(await loadSlaPage(seen, defaultCasesQuery, endUs + monthUs));
      models.push(await loadSlaPage(seen, defaultCasesQuery, endUs));
      const account = withToggled(defaultCasesQuery, "type", "account");
      models.push(await loadSlaPage(seen, account, endUs));
      const outages = withToggled(defaultCasesQuery, "type", "outage");
      models.push(await loadSlaPage(seen, outages, endUs));
    }),
  180_000,
);

const countOf = (model: SlaModel | undefined, state: string) =>
  model?.clocks?.parts.find(({ key }) => key === state)?.count ?? NaN;

it("opens exactly the cases that each part of the bar counts, and writes them all to the file", () => {
  for (const { model, listed, csv } of reads) {
    const counts = model.clocks?.parts.filter(({ count }) => count > 0) ?? [];
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

it("tells of outages which team resolves them fastest, and of several types nothing", () => {
  expect(reads[0]?.model.teams?.title).toMatch(/compare teams within one case type$/u);
  expect(models[3]?.teams?.title).toMatch(/^Network north resolves fastest: half .* within \d+ h/u);
});

it("has cases in every state, those at risk first among the urgent", () => {
  const [first] = reads;
  for (const { count } of first?.model.clocks?.parts ?? []) expect(count).toBeGreaterThan(0);
  expect(first?.model.urgent.rows[0]?.stateWords).toBe("At risk");
  expect(
    first?.model.reasons?.rows.every(({ subject }) => /^waiting on /.test(subject.words)),
  ).toBe(true);
});

it("knows a month on what has come due since, and nothing of it is stored", () => {
  const [later, again] = models;
  const now = reads[0]?.model;
  expect([countOf(later, "risk"), countOf(later, "open")]).toEqual([0, 0]);
  expect(countOf(later, "overdue")).toBe(
    countOf(now, "overdue") + countOf(now, "risk") + countOf(now, "open"),
  );
  for (const state of ["paused", "met", "breached"]) {
    expect(countOf(later, state)).toBe(countOf(now, state));
  }
  expect(again).toEqual(now);
});

it("draws no clock and no figure of cases that have no target, and says what gives them one", () => {
  const without = models[2];
  expect(without?.clocks).toBeNull();
  expect(without?.figures).toEqual([]);
  expect(without?.noTarget).toMatch(/^No targets are set for these cases\. /u);
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
