import { beforeAll, describe, expect, it } from "vitest";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { withToggled } from "@/lib/analytics/filter/cases-query";
import type { HandoffsModel } from "./handoffs-model";
import { defaultHandoffsQuery, type HandoffsQuery } from "./url";
import { listedThings, childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadHandoffsPage } from "./load";
import { loadChildList } from "@/lib/pages/lists/load";

const { endUs } = demoSeed;

const { cases } = defaultHandoffsQuery;
const filters: Readonly<Record<string, HandoffsQuery["cases"]>> = {
  "90 days": cases,
  "all there is": { ...cases, period: "all" },
  "those that went on by phone": withToggled(cases, "channel", "voice"),
  "outages of 30 days": { ...withToggled(cases, "type", "outage"), period: "30d" },
  "those of AI and people": { ...withToggled(cases, "agents", "both"), period: "all" },
};

type Counted = { readonly name: string; readonly figure: number; readonly listed: number };
const counted: Counted[] = [];
const models: HandoffsModel[] = [];
const pages: HandoffsModel[] = [];

beforeAll(async () => {
  const { seen } = await demoWorkspace();
  const count = async (name: string, figure: number, href: string | null) => {
    if (href === null) return;
    const { pathname, search } = new URL(href, "http://localhost");
    const thing = listedThings.find((each) => pathname === `/lists/${each}`);
    if (thing === undefined) throw new Error(`${href} is no list.`);
    const { query, dropped } = childListCodecs[thing].parse(rawParams(search));
    expect(dropped).toEqual([]);
    const { total } = await loadChildList(seen, query, endUs);
    counted.push({ name, figure, listed: total });
  };
  for (const [name, narrowed] of Object.entries(filters)) {
    const query = { ...defaultHandoffsQuery, cases: narrowed };
    const model = await loadHandoffsPage(seen, query, endUs);
    models.push(model);
    for (const card of model.figures) {
      const isFacts = card.id === "context_retention";
      const words = isFacts ? card.maturity.replace("From ", "") : card.basis;
      await count(`${card.name} of ${name}`, firstNumber(words), card.href);
    }
    for (const each of model.pairs.rows) {
      await count(`${each.words} of ${name}`, Number(each.handoffs), each.listHref);
    }
    for (const { frame } of [model.directions, model.kinds, model.releases, model.teams]) {
      for (const [by, handoffs] of frame.table.rows) {
        const figure = Number(handoffs?.words.replaceAll(",", ""));
        await count(`${by?.words ?? ""} of ${name}`, figure, handoffs?.href ?? null);
      }
    }
    for (const { rows } of [model.packets, model.notes]) {
      for (const { words, cells } of rows) {
        for (const cell of cells) {
          await count(`${words} of ${name}`, firstNumber(cell.words), cell.href ?? null);
        }
      }
    }
    for (const part of [...model.promises.states.segments, ...model.promises.receptions.segments]) {
      await count(`${part.words} of ${name}`, part.count, part.href);
    }
  }
  const query = { ...defaultHandoffsQuery, cases: { ...cases, period: "all" } as const };
  for (const promises of ["kept", "all"] as const) {
    pages.push(await loadHandoffsPage(seen, { ...query, promises }, endUs));
  }
  pages.push(await loadHandoffsPage(seen, { ...query, quote: 2, page: 999 }, endUs));
});

describe("on the demo's data", () => {
  it("each figure, pair and state is the rows in the list it opens, under five filters", () => {
    expect(counted.length).toBeGreaterThan(200);
    for (const { name, figure, listed } of counted) expect(figure, name).toBe(listed);
  });

  it("the fates of facts are counted of all of them, by direction, kind, release and team", () => {
    for (const { directions, kinds, releases, teams, pairs } of models) {
      const all = pairs.rows.at(-1);
      for (const { frame } of [directions, kinds, releases, teams]) {
        const sums = [1, 2, 3, 4, 5].map((column) =>
          frame.table.rows.reduce((sum, row) => sum + firstNumber(row[column]?.words ?? ""), 0),
        );
        const [handoffs, carried, again, contradicted = NaN, lost = NaN] = sums;
        const repeated = Number(all?.askedAgain) + Number(all?.saidAgain);
        expect([handoffs, carried, again, contradicted + lost]).toEqual([
          ...[all?.handoffs, all?.carried].map(Number),
          ...[repeated, Number(all?.lost)],
        ]);
      }
    }
    const named = models[0]?.teams.frame.table.rows.map(([team]) => team?.words);
    expect(named).toEqual(expect.arrayContaining(["Network", "Network north"]));
  });

  it("the tabs have what their states count", () => {
    const [kept, all] = pages;
    const countOf = (key: string) =>
      all?.promises.states.segments.find((part) => part.key === key)?.count ?? NaN;
    expect(kept?.promises.list.pagination.total).toBe(countOf("kept"));
    const sum = all?.promises.states.segments.reduce((total, { count }) => total + count, 0);
    expect(all?.promises.list.pagination.total).toBe(sum);
    expect(countOf("overdue")).toBeGreaterThan(0);
  });

  it("a page beyond the last is the last", () => {
    const list = pages[2]?.promises.list;
    const { page, total, pageSize } = list?.pagination ?? { page: 0, total: 0, pageSize: 1 };
    expect(page).toBe(Math.ceil(total / pageSize));
    expect(list?.lines.length).toBeGreaterThan(0);
    expect(list?.pagination.nextHref).toBeNull();
  });

  it("what asked again is shown in both sides' words, and one can go on and back", () => {
    const [first] = models;
    const shown = first?.quotes.shown;
    expect(shown?.given?.segments.some(({ refs }) => refs.length > 0)).toBe(true);
    expect(shown?.question?.segments.some(({ refs }) => refs.length > 0)).toBe(true);
    expect(first?.quotes.previousHref).toBeNull();
    expect(first?.quotes.nextHref).toContain("quote=2");
    expect(pages[2]?.quotes.at).toBe(2);
    expect(pages[2]?.quotes.shown?.caseId).not.toBe(shown?.caseId);
  });
});

function firstNumber(words: string): number {
  return Number(/^[\d,]+/u.exec(words)?.[0].replaceAll(",", ""));
}
