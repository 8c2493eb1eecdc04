import { beforeAll, describe, expect, it } from "vitest";
import { demoTruth } from "@/lib/demo/demo-truth";
import { withDemoWorkspace } from "@/lib/testing/demo-workspace";
import type { ChartFrameModel } from "@/lib/view/charts/chart-model";
import { defaultCasesQuery, withToggled } from "@/lib/view/cases-query";
import type { CompareModel } from "@/lib/view/compare/compare-model";
import { defaultCompareQuery } from "@/lib/view/compare-query";
import type { OverviewModel } from "@/lib/view/overview/overview-model";
import { defaultOverviewQuery, type OverviewQuery } from "@/lib/view/overview-query";
import { listedThings } from "@/lib/view/part-list-query";
import { parseCasesParams } from "@/lib/view/search-params/cases";
import { parsePartListParams } from "@/lib/view/search-params/part-list";
import { rawParams } from "@/lib/view/search-params/raw-params";
import { loadCasesPage } from "./cases-page";
import { loadComparePage } from "./compare-page";
import { loadOverviewPage } from "./overview-page";
import { loadPartList } from "./part-list";
import type { SeenWorkspace } from "./seen-workspace";

const seed = 7;
/** 2026-11-18T12:00:00Z. */
const endUs = 1_795_003_200_000_000;
const dayUs = 86_400_000_000;

const { cases } = defaultOverviewQuery;
const queries: Readonly<Record<string, OverviewQuery>> = {
  "the last 90 days": defaultOverviewQuery,
  "any time": { cases: { ...cases, period: "all" }, compare: "previous" },
  "those that start in chat": {
    ...defaultOverviewQuery,
    cases: withToggled(cases, "first", "chat"),
  },
  "refunds of AI alone in the EU": {
    cases: withToggled(withToggled(cases, "type", "refund"), "region", "EU"),
    compare: "none",
  },
  "those that met one release": {
    ...defaultOverviewQuery,
    cases: withToggled(cases, "release", "2026.20"),
  },
  "days of one's own": {
    cases: { ...cases, period: { from: "2026-09-01", to: "2026-10-15" } },
    compare: "previous",
  },
};

/** A count that is shown, and where it leads. */
type Counted = { readonly name: string; readonly count: string; readonly href: string };
const counted: (Counted & { readonly total: number; readonly dropped: number })[] = [];
const models = new Map<string, OverviewModel>();
const comparisons = new Map<string, CompareModel>();
let later: OverviewModel | null = null;
let happyInCell: readonly string[] = [];

function ofFrame(name: string, { table }: ChartFrameModel): readonly Counted[] {
  return table.rows.flatMap((row) =>
    row.flatMap(({ words, href }) =>
      href === undefined ? [] : [{ name, href, count: /\((\d+)\)$/u.exec(words)?.[1] ?? words }],
    ),
  );
}

/** Each link of the page with the count that stands at it. */
function countsOf(model: OverviewModel): readonly Counted[] {
  const ofMatrix = ({ title, rows }: OverviewModel["ratings"]) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ count, href }) =>
        href === null ? [] : [{ name: title, count: String(count), href }],
      ),
    );
  const leading = (name: string, words: string, href: string) => [
    { name, count: /[\d,]+/u.exec(words)?.[0] ?? "", href },
  ];
  const { ladder, containment, cost, times } = model;
  return [
    ...model.figures.flatMap(({ id, basis, href }) =>
      href === null ? [] : leading(id, basis, href),
    ),
    // Every fourth week stands for all.
    ...model.figures.flatMap(({ id, line }) =>
      (line?.table.rows ?? []).flatMap((row, week) =>
        week % 4 > 0
          ? []
          : row.flatMap(({ words, href }) =>
              href === undefined ? [] : [{ name: `${id} by week`, href, count: words }],
            ),
      ),
    ),
    ...ladder.parts.flatMap(({ words, count, href }) =>
      href === null ? [] : [{ name: words, count: String(count), href }],
    ),
    ...ofFrame("ladder", ladder.frame),
    ...ladder.leftOut.flatMap(({ words, href }) => leading(words, words, href)),
    ...[model.channels, model.paths, model.adjusted, model.firstContact].flatMap(({ frame }) =>
      ofFrame(frame.subtitle, frame),
    ),
    ...(model.releases === null ? [] : ofFrame("releases", model.releases.frame)),
    ...(model.prompts === null ? [] : ofFrame("prompts", model.prompts.frame)),
    ...(model.prompts?.rows ?? []).flatMap(({ basis, href }) =>
      href === null ? [] : [{ name: "prompt", count: /n=(\d+)/u.exec(basis)?.[1] ?? "", href }],
    ),
    ...(model.change === null ? [] : ofFrame("what changed", model.change.frame)),
    ...ofFrame("containment", containment.frame),
    ...containment.frame.links.flatMap(({ words, href }) => leading("contained", words, href)),
    ...ofMatrix(model.lastContact),
    ...ofMatrix(model.ratings),
    ...times.rows.map(({ words, count, href }) => ({ name: words, count, href })),
    ...cost.links
      .filter(({ href }) => !href.startsWith("/metrics"))
      .flatMap(({ words, href }) => leading("not resolved", words, href)),
  ];
}

async function listOf(seen: SeenWorkspace, href: string) {
  const { pathname, search } = new URL(href, "http://localhost");
  const raw = rawParams(search);
  const thing = listedThings.find((each) => pathname === `/lists/${each}`);
  if (thing !== undefined) {
    const { query, dropped } = parsePartListParams(thing, raw);
    return { total: (await loadPartList(seen, query, endUs)).total, dropped: dropped.length };
  }
  expect(pathname).toBe("/cases");
  const { query, dropped } = parseCasesParams(raw);
  return { total: (await loadCasesPage(seen, query, endUs)).total, dropped: dropped.length };
}

beforeAll(
  () =>
    withDemoWorkspace({ seed, endUs }, async ({ seen }) => {
      for (const [name, query] of Object.entries(queries)) {
        const model = await loadOverviewPage(seen, query, endUs);
        models.set(name, model);
        const comparison = await loadComparePage(
          seen,
          { ...defaultCompareQuery, cases: query.cases },
          endUs,
        );
        comparisons.set(name, comparison);
        const ofMetrics = comparison.metrics.flatMap(({ id, frame }) => ofFrame(id, frame));
        for (const each of [...countsOf(model), ...ofMetrics]) {
          counted.push({
            ...each,
            name: `${each.name} of ${name}`,
            ...(await listOf(seen, each.href)),
          });
        }
      }
      const facets = { ...defaultCasesQuery.facets, rating: ["good"], outcome: ["unresolved"] };
      const cell = await loadCasesPage(seen, { ...cases, facets }, endUs);
      happyInCell = cell.rows.map(({ caseId }) => caseId);
      later = await loadOverviewPage(seen, defaultOverviewQuery, endUs + 30 * dayUs);
    }),
  240_000,
);

describe("the Overview on the demo's data", () => {
  it("opens at each number as many as it says, under six filters", () => {
    expect(counted.length).toBeGreaterThan(400);
    for (const { name, count, total, dropped, href } of counted) {
      expect([count, dropped], `${name}: ${href}`).toEqual([total.toLocaleString("en-GB"), 0]);
    }
  });

  it("has a list for every count of a table of rates", () => {
    for (const { ladder, channels, paths, firstContact, releases } of models.values()) {
      const frames = [ladder, channels, paths, firstContact].map(({ frame }) => frame);
      for (const { table } of releases === null ? frames : [...frames, releases.frame]) {
        const counts = table.rows.flat().filter(({ words }) => /^[1-9][\d,]*$/u.test(words));
        expect(counts.filter(({ href }) => href === undefined)).toEqual([]);
      }
    }
  });

  it("says that the adjusted comparison of the two prompts turns the crude one over", () => {
    for (const name of ["the last 90 days", "any time"]) {
      expect(models.get(name)?.prompts?.frame.title).toMatch(
        /^b-3 looks \d\.\d contacts worse than a-3 because it gets the harder cases: like for like it takes \d\.\d fewer$/u,
      );
    }
  });

  it("tells of the two prompts what the Compare page tells, and of as many cases", () => {
    for (const name of ["the last 90 days", "any time"]) {
      const { note = "", table } = models.get(name)?.prompts?.frame ?? {};
      const { metrics = [], filters = [] } = comparisons.get(name) ?? {};
      const contacts = metrics.find(({ id }) => id === "touchpoints_per_case");
      const [adjusted, crude] = contacts?.rows ?? [];
      expect(note).toContain(
        `Difference crude ${crude?.shown ?? ""} (${crude?.basis ?? ""}), like for like ${adjusted?.shown ?? ""} (${adjusted?.basis ?? ""}).`,
      );
      const ofKinds = contacts?.frame.table.rows.filter(([kind]) => !kind?.words.includes("left"));
      expect(table?.rows).toHaveLength(ofKinds?.length ?? 0);
      for (const choice of filters.filter(({ name: each }) => ["First", "Second"].includes(each))) {
        const chosen = choice.options.find(({ isChosen }) => isChosen)?.words ?? "";
        const [version = "", count = ""] = chosen.slice(chosen.lastIndexOf("@") + 1).split(" · ");
        expect(contacts?.frame.subtitle).toMatch(
          new RegExp(`${version} \\d\\.\\d\\d of ${count} cases`, "u"),
        );
        expect(models.get(name)?.prompts?.rows.map(({ basis }) => basis.split("n=")[1])).toContain(
          count,
        );
      }
    }
  });

  it("has the happy chats that were never closed among the content customers not resolved", () => {
    const happy = demoTruth({ seed, endUs }).stories.get("happy-chat-never-closed") ?? [];
    expect(happy.filter((caseId) => happyInCell.includes(caseId)).length).toBeGreaterThan(0);
    expect(models.get("the last 90 days")?.ratings.title).toMatch(/not resolved$/u);
  });

  it("judges more cases a month on", () => {
    const [now, then] = [models.get("the last 90 days"), later].map(
      (model) => model?.ladder.leftOut,
    );
    expect(now?.some(({ words }) => words.includes("in progress"))).toBe(true);
    expect(then?.some(({ words }) => words.includes("in progress"))).toBe(false);
  });
});
