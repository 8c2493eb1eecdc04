import { beforeAll, describe, expect, it } from "vitest";
import { demoTruth } from "@/lib/demo/demo-truth";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { readCaseRevision } from "@/lib/store/cases/read-case";
import { readFigurePairs } from "@/lib/testing/figure-pairs";
import { demoSeed, withDemoCopy, type DemoWorkspace } from "@/lib/testing/demo-workspace";
import type { ChartFrameModel } from "@/lib/analytics/charts/chart-model";
import {
  casesCodec,
  defaultCasesQuery,
  everyCase,
  withToggled,
} from "@/lib/analytics/filter/cases-query";
import { defaultCompareQuery } from "@/lib/pages/compare/url";
import type { OverviewModel } from "./overview-model";
import { defaultOverviewQuery, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { listedThings, childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadComparePage } from "@/lib/pages/compare/load";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { defaultJourneysQuery } from "@/lib/pages/journeys/url";
import { loadMetricsPage } from "@/lib/pages/metrics/load";
import { loadOverviewPage } from "./load";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { loadChildList } from "@/lib/pages/lists/load";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { statement } from "@/lib/store/port";

const { endUs } = demoSeed;
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
let pairs: Awaited<ReturnType<typeof readFigurePairs>> = [];
let later: OverviewModel | null = null;
let ofLikely: readonly (readonly string[] | undefined)[] = [];
let happyInCell: readonly string[] = [];

function ofFrame(name: string, { table }: ChartFrameModel): readonly Counted[] {
  return table.rows.flatMap((row) =>
    row.flatMap(({ words, href }) =>
      href === undefined ? [] : [{ name, href, count: /\((\d+)\)$/u.exec(words)?.[1] ?? words }],
    ),
  );
}

type Known = Extract<OverviewModel["ends"], { kind: "known" }>;

/** What the demo's Overview shows of how cases end. */
function knownEnds({ ends }: OverviewModel): Known {
  if (ends.kind === "unknown") throw new Error("the demo's cases show how they ended");
  return ends;
}

/** Each link of the page with the count beside it. */
function countsOf(model: OverviewModel): readonly Counted[] {
  const ofMatrix = ({ title, rows }: Known["lookedFine"]) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ count, href }) =>
        href === null ? [] : [{ name: title, count: String(count), href }],
      ),
    );
  const leading = (name: string, words: string, href: string) => [
    { name, count: /[\d,]+/u.exec(words)?.[0] ?? "", href },
  ];
  const { byChannel, containment, cost } = model;
  const { ladder, lookedFine, change } = knownEnds(model);
  return [
    ...model.figures.flatMap(({ id, basis, href }) =>
      href === null ? [] : leading(id, basis, href),
    ),
    // Every fourth week is checked.
    ...model.figures.flatMap(({ id, line }) =>
      (line?.table.rows ?? []).flatMap((row, week) =>
        week % 4 > 0
          ? []
          : row.flatMap(({ words, href }) =>
              href === undefined ? [] : [{ name: `${id} by week`, href, count: words }],
            ),
      ),
    ),
    ...ladder.segments.flatMap(({ words, count, href }) =>
      href === null ? [] : [{ name: words, count: String(count), href }],
    ),
    ...ofFrame("ladder", ladder.frame),
    ...ladder.leftOut.flatMap(({ words, href }) => leading(words, words, href)),
    ...ofFrame("by channel", byChannel.frame),
    ...(change === null ? [] : ofFrame("what changed", change.frame)),
    ...ofFrame("containment", containment.frame),
    ...containment.frame.links.flatMap(({ words, href }) => leading("contained", words, href)),
    ...ofMatrix(lookedFine),
    ...lookedFine.links.flatMap(({ words, href }) => leading("looked fine", words, href)),
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
    const { query, dropped } = childListCodecs[thing].parse(raw);
    return { total: (await loadChildList(seen, query, endUs)).total, dropped: dropped.length };
  }
  expect(pathname).toBe("/cases");
  const { query, dropped } = casesCodec.parse(raw);
  return { total: (await loadCasesPage(seen, query, endUs)).total, dropped: dropped.length };
}

const evaluator = "conversation_resolution";

/** Gives labels to the scores of so many contacts on either side; one in eight says that the score is wrong. */
async function label({ db }: DemoWorkspace, count: number): Promise<void> {
  const sql = `SELECT c.case_id AS caseId, s.target_ordinal AS ordinal FROM scores s JOIN cases c ON c.id = s.case_key
    WHERE s.evaluator = ? AND s.version IS NOT NULL AND s.status = 'scored' AND s.value >= ? AND s.value < ?
    ORDER BY s.id LIMIT ?`;
  type Scored = { readonly caseId: string; readonly ordinal: number };
  const picks = await db.read(async (connection) => {
    const read = statement<[string, number, number, number], Scored>(connection, sql);
    return [await read.all(evaluator, 0.5, 2, count), await read.all(evaluator, 0, 0.5, count)];
  });
  const context = { db, scope: null, nowUs: endUs, mask: (text: string) => text };
  for (const [at, { caseId, ordinal }] of picks.flatMap((each) => [...each.entries()])) {
    const place = { kind: "interaction", ordinal } as const;
    const mark = (await readCaseRevision(db, caseId)) ?? 0;
    const answer = { kind: at % 8 === 0 ? "wrong" : "right" } as const;
    const given = { caseId, mark, place, evaluator, answer, reason: "Read it.", actor: "p-1" };
    await applyChange(context, { kind: "label-given", ...given });
  }
}

/** What the dictionary says of the cases that are likely resolved. */
async function likelyEntry(seen: SeenWorkspace) {
  const { sections } = await loadMetricsPage(
    seen,
    { cases: everyCase, text: "likely_resolution_share" },
    endUs,
  );
  return sections[0]?.entries[0]?.adjusted;
}

beforeAll(() =>
  withDemoCopy(async (workspace) => {
    const { seen } = workspace;
    for (const [name, query] of Object.entries(queries)) {
      const model = await loadOverviewPage(seen, query, endUs);
      models.set(name, model);
      const comparison = await loadComparePage(
        seen,
        { ...defaultCompareQuery, cases: query.cases },
        endUs,
        null,
      );
      const ofTables = comparison.tables.flatMap(({ rows }) =>
        rows.flatMap(({ id, a, b }) =>
          [a, b].flatMap(({ detail, href }) => {
            if (href === null) return [];
            const count = /([\d,]+) (?:case|contact|handoff|promise)s?\b/u.exec(detail)?.[1] ?? "";
            return [{ name: id, count, href }];
          }),
        ),
      );
      const ofMetrics = comparison.metrics.flatMap(({ id, frame }) => [
        ...ofFrame(id, frame),
        ...frame.links.map(({ words, href: link }) => ({
          ...{ name: words, href: link, count: /[\d,]+(?= cases?$)/u.exec(words)?.[0] ?? "" },
        })),
      ]);
      const ofReleases =
        comparison.releases === null ? [] : ofFrame("releases", comparison.releases.frame);
      const journeys = await loadJourneysPage(seen, { ...defaultJourneysQuery, ...query }, endUs);
      const { times } = await loadSlaPage(seen, query.cases, endUs);
      const ofTimes = (times?.rows ?? []).map(({ words, cells }) => ({
        ...{ name: words, count: cells.at(-1)?.words ?? "", href: cells.at(-1)?.href ?? "" },
      }));
      for (const each of [
        ...[...countsOf(model), ...ofMetrics, ...ofTables, ...ofReleases, ...ofTimes],
        ...ofFrame("contacts by channel", journeys.adjusted.frame),
      ]) {
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
    pairs = await readFigurePairs(seen, endUs);
    later = await loadOverviewPage(seen, defaultOverviewQuery, endUs + 30 * dayUs);
    const before = await likelyEntry(seen);
    await label(workspace, 32);
    ofLikely = [before, await likelyEntry(seen)];
  }),
);

describe("the Overview on the demo's data", () => {
  it("opens at each number as many as it says, under six filters", () => {
    expect(counted.length).toBeGreaterThan(400);
    for (const { name, count, total, dropped, href } of counted) {
      expect([count, dropped], `${name}: ${href}`).toEqual([total.toLocaleString("en-GB"), 0]);
    }
  });

  it("has a list for every count of a table of rates", () => {
    for (const model of models.values()) {
      for (const { table } of [knownEnds(model).ladder.frame, model.byChannel.frame]) {
        const counts = table.rows.flat().filter(({ words }) => /^[1-9][\d,]*$/u.test(words));
        expect(counts.filter(({ href }) => href === undefined)).toEqual([]);
      }
    }
  });

  it("has the happy chats that were never closed among the content customers neither resolved nor likely to be", () => {
    const happy = demoTruth(demoSeed).stories.get("happy-chat-never-closed") ?? [];
    expect(happy.filter((caseId) => happyInCell.includes(caseId)).length).toBeGreaterThan(0);
    const last = models.get("the last 90 days");
    expect(last === undefined ? "" : knownEnds(last).lookedFine.title).toMatch(
      /^\d+ cases looked fine but were not resolved$/u,
    );
  });

  it("says in its definition how many are likely resolved without the evaluator's errors, and where these were counted", () => {
    const [before = [], after = []] = ofLikely;
    expect(before.at(-1)).toMatch(/ on [\d,]+ public rows/u);
    expect(after.at(-1)).toMatch(/ on 64 labels/u);
    expect(after[0]).toBe(before[0]);
  });

  it("agrees with Journeys, Cases, Case and lists on what is open, not resolved, told apart and asked again", () => {
    expect(pairs.length).toBeGreaterThan(300);
    for (const { what, one, other } of pairs) expect(one, what).toEqual(other);
  });

  it("judges more cases a month on", () => {
    const [now, then] = [models.get("the last 90 days"), later].map((model) =>
      model == null ? undefined : knownEnds(model).ladder.leftOut,
    );
    expect(now?.some(({ words }) => words.includes("too early to judge"))).toBe(true);
    expect(then?.some(({ words }) => words.includes("too early to judge"))).toBe(false);
  });
});
