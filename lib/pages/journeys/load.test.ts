import { beforeAll, describe, expect, it } from "vitest";
import { starters } from "@/lib/analytics/journeys/tally-moves";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { casesCodec, withToggled } from "@/lib/analytics/filter/cases-query";
import type { JourneysModel } from "./journeys-model";
import { defaultJourneysQuery, type JourneysQuery } from "./url";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadJourneysPage } from "./load";
import { loadChildList } from "@/lib/pages/lists/load";

const { endUs } = demoSeed;

const { cases } = defaultJourneysQuery;
const filters: Readonly<Record<string, JourneysQuery["cases"]>> = {
  "90 days": cases,
  "all there is": { ...cases, period: "all" },
  "those that began in chat": withToggled(cases, "first", "chat"),
  "outages of 30 days": { ...withToggled(cases, "type", "outage"), period: "30d" },
  "those resolved or in progress": {
    ...cases,
    facets: { ...cases.facets, outcome: ["resolved_verified", "in_progress"] },
  },
  "those of AI alone": { ...withToggled(cases, "agents", "ai"), period: "all" },
};

type Counted = { readonly name: string; readonly figure: string; readonly listed: number };
const counted: Counted[] = [];
const models: JourneysModel[] = [];

beforeAll(async () => {
  const { seen } = await demoWorkspace();
  const count = async (name: string, figure: string, href: string) => {
    const { query, dropped } = casesCodec.parse(
      rawParams(new URL(href, "http://localhost").search),
    );
    expect(dropped).toEqual([]);
    const { total } = await loadCasesPage(seen, query, endUs);
    counted.push({ name, figure, listed: total });
  };
  const countContacts = async (name: string, figure: string, href: string) => {
    const { search } = new URL(href, "http://localhost");
    const { query, dropped } = childListCodecs.contacts.parse(rawParams(search));
    expect(dropped).toEqual([]);
    const { total, items } = await loadChildList(seen, query, endUs);
    expect(new Set(items.map(({ caseId }) => caseId)).size, name).toBe(items.length);
    counted.push({ name, figure, listed: total });
  };
  for (const [name, narrowed] of Object.entries(filters)) {
    for (const starter of starters) {
      const query = { ...defaultJourneysQuery, cases: narrowed, starter };
      const model = await loadJourneysPage(seen, query, endUs);
      models.push(model);
      for (const [move, , found] of model.matrix.frame.table.rows) {
        const words = `${move?.words ?? ""}, ${starter}, of ${name}`;
        await count(words, found?.words ?? "", found?.href ?? "/cases");
      }
      if (starter !== "all") continue;
      for (const [step, from, to, found] of model.flow.frame.table.rows) {
        const words = `${step?.words ?? ""} ${from?.words ?? ""} to ${to?.words ?? ""} of ${name}`;
        await countContacts(words, found?.words ?? "", found?.href ?? "");
      }
      for (const node of model.flow.nodes) {
        const figure = String(lastNumber(node.words));
        await countContacts(`${node.key} of ${name}`, figure, node.href);
      }
      for (const row of model.variants.rows) {
        await count(`${row.subject.words} of ${name}`, row.cases, row.href);
      }
    }
  }
});

describe("on the demo's data", () => {
  it("each cell of the matrix and each path is the rows in the list it opens, under six filters", () => {
    expect(counted.length).toBeGreaterThan(100);
    for (const { name, figure, listed } of counted) expect(figure, name).toBe(String(listed));
  });

  it("who started a move divides the moves, and nobody's are left out", () => {
    const sums = models.map(({ matrix }) =>
      matrix.rows.reduce((sum, { count }) => sum + Number(count), 0),
    );
    for (let at = 0; at < sums.length; at += starters.length) {
      const [all = 0, customer = 0, agent = 0] = sums.slice(at);
      expect(customer + agent).toBeLessThanOrEqual(all);
      expect(customer).toBeGreaterThan(0);
    }
  });

  it("every case with a contact is in the flow once", () => {
    for (const { flow } of models) {
      const first = flow.nodes.filter(({ x }) => x === 0);
      const cases = first.reduce((sum, { words }) => sum + lastNumber(words), 0);
      expect(flow.frame.subtitle).toMatch(new RegExp(`^${String(cases)} cases? by`, "u"));
    }
  });

  it("says how many of the cases are drawn", () => {
    const [model] = models;
    expect(model?.dotted.frame.subtitle).toMatch(/80 of \d+ cases, newest first$/u);
    expect(model?.dotted.rows).toHaveLength(80);
  });
});

function lastNumber(words: string): number {
  return Number(words.split(" ").at(-1));
}
