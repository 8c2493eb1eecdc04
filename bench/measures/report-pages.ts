import { setTimeout as wait } from "node:timers/promises";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { loadDisclosuresPage } from "@/lib/pages/disclosures/load";
import { loadCoverage } from "@/lib/pages/disclosures/load-coverage";
import { loadQueue } from "@/lib/pages/disclosures/load-queue";
import { coverageCodec } from "@/lib/pages/disclosures/coverage/url";
import { loadSample, loadSamples } from "@/lib/pages/disclosures/load-samples";
import { sampleCodec, samplesCodec } from "@/lib/pages/disclosures/samples/url";
import { queueCodec } from "@/lib/pages/disclosures/queue/url";
import { disclosuresCodec } from "@/lib/pages/disclosures/url";
import { loadHandoffsPage } from "@/lib/pages/handoffs/load";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { loadFigures } from "@/lib/pages/metrics/load";
import { loadTopFindings } from "@/lib/pages/findings/load";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { loadChildList } from "@/lib/pages/lists/load";
import { loadPiiPage } from "@/lib/pages/pii/load";
import { piiCodec } from "@/lib/pages/pii/url";
import { loadPersonaPage } from "@/lib/pages/persona/load";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { statement, type Database } from "@/lib/store/port";
import type { CaseFacets, CasesQuery } from "@/lib/analytics/filter/cases-query";
import { defaultHandoffsQuery } from "@/lib/pages/handoffs/url";
import { defaultJourneysQuery } from "@/lib/pages/journeys/url";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { listedThings, childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { days, firstUs } from "../material/synthetic-cases";
import { costOf, timed, withWorkspace, type Cost } from "./workspace";

export type ReportPagesOptions = { readonly folder: string; readonly samples: number };

/**
 * Load time of a page with filters that are not cached: wall-clock milliseconds, and CPU time, which is more reliable
 * on a shared machine.
 */
export type PageTimes = {
  /** All cases of the 90 days: minimum wall-clock time, and median CPU time. */
  readonly wall: number;
  readonly cpu: number;
  readonly median: number;
  /** With different filters each time: 95th percentile of CPU time. */
  readonly narrowed: number;
};

export type ReportPagesResult = {
  /** The first page, which loads the case table. */
  readonly loadMs: number;
  readonly pages: Readonly<Record<string, PageTimes>>;
  /** The Overview again; after a write; a minute later each time. Minimum in milliseconds. */
  readonly again: number;
  readonly written: number;
  readonly later: number;
};

type Load = (seen: SeenWorkspace, cases: CasesQuery) => Promise<unknown>;

const asOfUs = firstUs + days * 86_400_000_000;
const { cases: ofPeriod } = defaultOverviewQuery;
const compare = "previous";
const pages: Readonly<Record<string, Load>> = {
  overview: (seen, cases) => loadOverviewPage(seen, { cases, compare }, asOfUs),
  findings: (seen, cases) => loadTopFindings(seen, { cases, compare }, asOfUs),
  journeys: (seen, cases) => loadJourneysPage(seen, { ...defaultJourneysQuery, cases }, asOfUs),
  handoffs: (seen, cases) => loadHandoffsPage(seen, { ...defaultHandoffsQuery, cases }, asOfUs),
  persona: (seen, cases) =>
    loadPersonaPage(seen, { cases, compare, attribute: null }, asOfUs, new Map()),
  pii: (seen, cases) => loadPiiPage(seen, { ...piiCodec.defaultValue, cases }, asOfUs),
  sla: (seen, cases) => loadSlaPage(seen, cases, asOfUs),
  metrics: (seen, cases) => loadFigures(seen, cases, asOfUs),
  disclosures: (seen, cases) =>
    loadDisclosuresPage(seen, { ...disclosuresCodec.defaultValue, cases }, asOfUs, reviewer),
  coverage: (seen, cases) =>
    loadCoverage(seen, { ...coverageCodec.defaultValue, cases, days: 91 }, asOfUs),
  samples: (seen, cases) =>
    loadSamples(seen, { ...samplesCodec.defaultValue, cases }, asOfUs, reviewer),
  sample: (seen) => loadSample(seen, 1, sampleCodec.defaultValue, asOfUs, reviewer),
  queue: (seen) => loadQueue(seen, queueCodec.defaultValue, asOfUs, reviewer),
  ...Object.fromEntries(
    listedThings.map((thing) => [
      `list of ${thing}`,
      (seen: SeenWorkspace, cases: CasesQuery) =>
        loadChildList(seen, { ...childListCodecs[thing].defaultValue, cases, page: 2 }, asOfUs),
    ]),
  ),
};

const reviewer = {
  viewer: "bench",
  dueUs: (_rule: string, _state: string, atUs: number) => atUs + 86_400_000_000,
  names: new Map(),
};

/** Filters, used in turn. */
const narrower: readonly Partial<CaseFacets>[] = [
  { channel: ["chat"] },
  { type: ["type_3"] },
  { agents: ["ai"] },
  { first: ["voice"], type: ["type_4", "type_5"] },
  { region: ["EU"] },
  { release: ["2026.7"] },
];

/** Loads a folder's cases, then each report page with filters that are not cached. */
export async function measureReportPages({
  folder,
  samples,
}: ReportPagesOptions): Promise<ReportPagesResult> {
  const seen = { path: workspacePath("main", folder), scope: null };
  const overview = pages["overview"];
  const loadMs = await timed(async () => overview?.(seen, ofPeriod));
  const times: Record<string, PageTimes> = {};
  for (const [name, load] of Object.entries(pages)) {
    times[name] = await timesOf((query) => load(seen, query), samples);
  }
  await overview?.(seen, ofPeriod);
  const again = await timed(async () => overview?.(seen, ofPeriod));
  const writtenMs: number[] = [];
  const laterMs: number[] = [];
  for (let index = 1; index <= samples; index += 1) {
    await withWorkspace(folder, (db) => writeAgain(db, index));
    writtenMs.push(await timed(async () => overview?.(seen, ofPeriod)));
  }
  for (let index = 1; index <= samples; index += 1) {
    const query = { cases: ofPeriod, compare } as const;
    laterMs.push(await timed(() => loadOverviewPage(seen, query, asOfUs + index * minuteUs)));
  }
  const [written, later] = [Math.min(...writtenMs), Math.min(...laterMs)];
  return { loadMs, pages: times, again, written, later };
}

const minuteUs = 60_000_000;

/**
 * Rewrites a case's row unchanged.
 * @param key of the case
 */
function writeAgain(db: Database, key: number): Promise<void> {
  return db.write(async (connection) => {
    await statement<[number]>(
      connection,
      "UPDATE cases SET changed = (SELECT max(changed) + 1 FROM cases) WHERE id = ?",
    ).run(key);
  });
}

/** Between two equal requests there are more selections than the cache holds. */
async function timesOf(
  load: (query: CasesQuery) => Promise<unknown>,
  samples: number,
): Promise<PageTimes> {
  const whole: Cost[] = [];
  const narrowed: Cost[] = [];
  for (let index = 0; index < samples; index += 1) {
    for (const facets of narrower) {
      narrowed.push(await costOf(() => load(narrowedBy(facets))));
      await wait(pauseMs);
    }
    whole.push(await costOf(() => load(ofPeriod)));
    await wait(pauseMs);
  }
  return {
    wall: at(whole, "wallMs", 0),
    cpu: at(whole, "cpuMs", 0),
    median: at(whole, "cpuMs", 0.5),
    narrowed: at(narrowed, "cpuMs", 0.95),
  };
}

const pauseMs = 2;

function narrowedBy(facets: Partial<CaseFacets>): CasesQuery {
  return { ...ofPeriod, facets: { ...ofPeriod.facets, ...facets } };
}

function at(costs: readonly Cost[], time: keyof Cost, share: number): number {
  const sorted = costs.map((each) => each[time]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
