import type { Outcome } from "@/lib/domain/case/outcome";
import { armKinds, firstFacet, type ArmKind } from "@/lib/analytics/compare/arm-options";
import { loadComparePage } from "@/lib/pages/compare/load";
import { defaultCompareQuery } from "@/lib/pages/compare/url";
import { loadCasePage } from "@/lib/pages/case/load";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { loadMetricsPage } from "@/lib/pages/metrics/load";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { loadChildList } from "@/lib/pages/lists/load";
import { loadHandoffsPage } from "@/lib/pages/handoffs/load";
import { defaultHandoffsQuery } from "@/lib/pages/handoffs/url";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import {
  casesCodec,
  type CasesQuery,
  everyCase,
  withToggled,
} from "@/lib/analytics/filter/cases-query";
import { defaultJourneysQuery } from "@/lib/pages/journeys/url";
import { outcomeSets } from "@/lib/analytics/filter/outcome-sets";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { childListCodecs, type ListedThing } from "@/lib/analytics/filter/child-list-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { outcomeWords } from "@/lib/format/wording";
import { pairContacts, pairHandoffs, type FigurePair } from "./handoff-pairs";

type Pages = { readonly seen: SeenWorkspace; readonly asOfUs: number };

/** Filters applied on every page. */
const filters: Readonly<Record<string, CasesQuery>> = {
  "all time": everyCase,
  "90 days": defaultOverviewQuery.cases,
  "begun in chat": withToggled(everyCase, "first", "chat"),
};

/** Cases per list whose page is compared. */
const casesMax = 12;

/**
 * Reads the same figures from Overview, Journeys, Cases, Metrics, lists of handoffs and contacts, and Case.
 * @param asOfUs microseconds since 1970
 * @returns each figure as two of them show it
 */
export async function readFigurePairs(
  seen: SeenWorkspace,
  asOfUs: number,
): Promise<readonly FigurePair[]> {
  const pages = { seen, asOfUs };
  const pairs: FigurePair[] = [];
  for (const [name, cases] of Object.entries(filters)) {
    pairs.push(...(await pairCounts(pages, name, cases)));
  }
  for (const by of armKinds) pairs.push(...(await pairVersions(pages, by)));
  pairs.push(...(await pairOutcomes(pages)), ...(await pairScores(pages)));
  return pairs;
}

async function pairCounts(
  pages: Pages,
  name: string,
  cases: CasesQuery,
): Promise<readonly FigurePair[]> {
  const { seen, asOfUs } = pages;
  const overview = await loadOverviewPage(seen, { ...defaultOverviewQuery, cases }, asOfUs);
  const journeys = await loadJourneysPage(seen, { ...defaultJourneysQuery, cases }, asOfUs);
  const metrics = await loadMetricsPage(seen, { cases, text: "unresolved_share" }, asOfUs);
  const count = (outcome: readonly string[], more: Partial<CasesQuery["facets"]> = {}) =>
    countCases(pages, { ...cases, facets: { ...cases.facets, ...more, outcome } });
  const [failed] = outcomeSets.map(({ outcomes }) => outcomes);
  const notResolved = await count(failed ?? []);
  const inProgress = await count(["in_progress"]);
  const ofFlow = async (words: string, outcome: readonly string[]) =>
    journeys.flow.frame.table.rows
      .filter(([, , then]) => then?.words === words)
      .reduce((sum, [, , , of]) => sum + numberIn(of?.words ?? ""), 0) +
    (await count(outcome, { path: [""] }));
  const ladder = overview.ends.kind === "known" ? overview.ends.ladder : null;
  const ofLadder = (outcome: Outcome) => ladder?.segments.find(({ key }) => key === outcome)?.count;
  const costlyLink = overview.cost.links.find(({ words }) =>
    words.endsWith("not resolved with evidence"),
  );
  const [neverClosed] = metrics.sections.flatMap(({ entries }) => entries);
  return [
    // Overview names no costliest cases where the data cannot tell how cases end.
    ...(costlyLink === undefined
      ? []
      : [
          {
            what: `cases not resolved on Overview and in Cases, ${name}`,
            one: numberIn(costlyLink.words),
            other: notResolved,
          },
          {
            what: `the list that the Overview opens, ${name}`,
            one: await countListed(pages, costlyLink.href),
            other: notResolved,
          },
        ]),
    // Where the data can't say how cases end, Overview and Journeys count no outcome.
    ...(ladder === null
      ? [
          {
            what: `ends of cases in Journeys' flow, ${name}`,
            one: journeys.flow.frame.table.rows.some(([, , then]) =>
              ["No evidence", "In progress"].includes(then?.words ?? ""),
            ),
            other: false,
          },
        ]
      : [
          {
            what: `cases not resolved on Journeys and in Cases, ${name}`,
            one: await ofFlow("No evidence", failed ?? []),
            other: notResolved,
          },
          {
            what: `cases in progress on Journeys and in Cases, ${name}`,
            one: await ofFlow("In progress", ["in_progress"]),
            other: inProgress,
          },
          {
            what: `cases in progress on Overview and in Cases, ${name}`,
            one: numberIn(
              ladder.leftOut.find(({ words }) => /too early to judge/u.test(words))?.words ?? "",
            ),
            other: inProgress,
          },
          {
            what: `cases never closed on Overview and in Cases, ${name}`,
            one: ofLadder("unresolved"),
            other: await count(["unresolved"]),
          },
        ]),
    ...(name === "all time"
      ? [
          {
            what: "the words for those never closed",
            one: neverClosed?.name,
            other: outcomeWords.unresolved.label,
          },
        ]
      : []),
  ];
}

/** Scores, times, tokens and costs of two versions on Compare, and of each version's cases on Metrics. */
async function pairVersions({ seen, asOfUs }: Pages, by: ArmKind): Promise<readonly FigurePair[]> {
  const query = { ...defaultCompareQuery, cases: everyCase, by };
  const model = await loadComparePage(seen, query, asOfUs, null);
  const [first, second] = model.filters.slice(1, 3);
  const pairs: FigurePair[] = [];
  for (const [arm, name] of [
    ["a", first?.shown ?? ""],
    ["b", second?.shown ?? ""],
  ] as const) {
    if (model.tables.length === 0) continue;
    const facets = { ...everyCase.facets, [firstFacet[by]]: [name] };
    const metrics = await loadMetricsPage(
      seen,
      { cases: { ...everyCase, facets }, text: "" },
      asOfUs,
    );
    const entries = metrics.sections.flatMap((section) => section.entries);
    for (const row of model.tables.flatMap(({ rows }) => rows)) {
      const { value, detail, href } = row[arm];
      const entry = entries.find(({ id }) => id === row.id);
      const words = [entry?.interval, entry?.basis].filter((each) => each !== "").join(", ");
      if (href === null) continue;
      pairs.push(
        { what: `${row.id} of ${name} on Compare and Metrics`, one: value, other: entry?.value },
        { what: `the basis of ${row.id} of ${name}`, one: detail, other: words },
      );
    }
  }
  return pairs;
}

/** Outcomes of the first cases per outcome: in their list, and on their own page. */
async function pairOutcomes(pages: Pages): Promise<readonly FigurePair[]> {
  const { seen, asOfUs } = pages;
  const pairs: FigurePair[] = [];
  for (const outcome of ["in_progress", "unresolved", "closed_likely"] as const) {
    const query = withToggled(everyCase, "outcome", outcome);
    const { rows } = await loadCasesPage(seen, query, asOfUs);
    for (const { caseId } of rows.slice(0, casesMax)) {
      const page = await loadCasePage(seen, caseId, defaultCaseQuery, asOfUs);
      pairs.push({ what: `the outcome of ${caseId}`, one: page?.outcome, other: outcome });
    }
  }
  return pairs;
}

/** Scores, badges and lists of handoffs and contacts: each badge agrees with its list. */
async function pairScores(pages: Pages): Promise<readonly FigurePair[]> {
  const asked = await listed(pages, "handoffs", "repeat_information_rate");
  const said = await listed(pages, "handoffs", "said_again_rate");
  const kept = await listed(pages, "handoffs", "whole_context_rate");
  const resolved = await listed(pages, "contacts", "interaction_resolution_rate");
  const query = {
    ...defaultHandoffsQuery,
    cases: everyCase,
  } as const;
  const { figures } = await loadHandoffsPage(pages.seen, query, pages.asOfUs);
  const ofAsked = figures.find(({ id }) => id === "repeat_information_rate");
  const cases = [asked, said, kept, resolved].flatMap(({ caseIds }) => caseIds.slice(0, casesMax));
  const pairs: FigurePair[] = [
    {
      what: "handoffs that ask again, figure and list",
      one: numberIn(ofAsked?.basis ?? ""),
      other: asked.ids.size,
    },
  ];
  for (const caseId of new Set(cases)) {
    const page = await loadCasePage(pages.seen, caseId, defaultCaseQuery, pages.asOfUs);
    if (page === null) continue;
    pairs.push(
      ...pairHandoffs(page, { asked: asked.ids, said: said.ids, kept: kept.ids }),
      ...pairContacts(page, resolved.ids),
    );
  }
  return pairs;
}

/** All entities in a metric's numerator, and their cases, in order of the list. */
async function listed({ seen, asOfUs }: Pages, thing: ListedThing, id: string) {
  const cases = everyCase;
  const metric = { id, subset: "numerator" } as const;
  const query = { ...childListCodecs[thing].defaultValue, cases, metric };
  const { total, pageSize, items } = await loadChildList(seen, query, asOfUs);
  const found = [...items];
  for (let page = 2; page <= Math.ceil(total / pageSize); page += 1) {
    found.push(...(await loadChildList(seen, { ...query, page }, asOfUs)).items);
  }
  return {
    ids: new Set(found.map(({ id: each }) => each)),
    caseIds: [...new Set(found.map(({ caseId }) => caseId))],
  };
}

async function countCases({ seen, asOfUs }: Pages, query: CasesQuery): Promise<number> {
  return (await loadCasesPage(seen, query, asOfUs)).total;
}

async function countListed(pages: Pages, href: string): Promise<number> {
  const { query } = casesCodec.parse(rawParams(new URL(href, "http://localhost").search));
  return countCases(pages, query);
}

/** The first number in a text: "All 1,108 cases" has 1108; 0 if none. */
function numberIn(words: string): number {
  return Number((/[\d,]+/u.exec(words)?.[0] ?? "0").replaceAll(",", ""));
}
