import { setTimeout as wait } from "node:timers/promises";
import { workspacePath } from "@/lib/pipeline/data-folder";
import { loadMetricsPage } from "@/lib/queries/metrics-page";
import { loadOverviewPage } from "@/lib/queries/overview-page";
import { loadPartList } from "@/lib/queries/part-list";
import { seededRandom } from "@/lib/testing/seeded-random";
import { defaultOverviewQuery, type OverviewQuery } from "@/lib/view/overview-query";
import { days, firstUs, writeSyntheticCases } from "../material/synthetic-cases";
import { measureComparePage, type ComparePageResult } from "./compare-page";
import { timed, withFolder, withWorkspace } from "./workspace";

export type OverviewPageOptions = { readonly cases: number; readonly samples: number };

/** Milliseconds. */
export type OverviewPageResult = {
  readonly cases: number;
  readonly loadMs: number;
  /** The Overview of 90 days, each time with another filter: median and 95th percentile. */
  readonly median: number;
  readonly at95: number;
  /** The same asked again. */
  readonly again: number;
  readonly metrics: number;
  readonly list: number;
  readonly compare: ComparePageResult;
};

const asOfUs = firstUs + days * 86_400_000_000;

/** Reads the Overview over filters that it was not asked for before. */
export function measureOverviewPage({
  cases,
  samples,
}: OverviewPageOptions): Promise<OverviewPageResult> {
  return withFolder(async (folder) => {
    await withWorkspace(folder, (db) => writeSyntheticCases(db, cases));
    const seen = { path: workspacePath("main", folder), scope: null };
    const load = (query: OverviewQuery) => loadOverviewPage(seen, query, asOfUs);
    const loadMs = await timed(() => load(defaultOverviewQuery));
    const random = seededRandom(samples);
    const taken: number[] = [];
    for (let index = 0; index < samples; index += 1) {
      taken.push(await timed(() => load(filtered(index, random.below(24)))));
      await wait(2);
    }
    taken.sort((one, other) => one - other);
    const metrics = { text: "" };
    const list = { thing: "contacts", metric: null, on: null, to: null, page: 2 } as const;
    return {
      cases,
      loadMs,
      median: taken[Math.floor(samples / 2)] ?? 0,
      at95: taken[Math.floor(samples * 0.95)] ?? 0,
      again: await timed(() => load(filtered(samples - 1, 1))),
      metrics: await timed(() => loadMetricsPage(seen, metrics, asOfUs)),
      list: await timed(() =>
        loadPartList(seen, { ...list, cases: defaultOverviewQuery.cases }, asOfUs),
      ),
      compare: await measureComparePage(seen, { samples, asOfUs }),
    };
  });
}

/** Every other time all cases of the 90 days, else those of a type; never the same twice in a row. */
function filtered(index: number, type: number): OverviewQuery {
  const { cases } = defaultOverviewQuery;
  const types = index % 2 === 0 ? [] : [`type_${String(type)}`];
  const channels = index % 4 < 2 ? [] : ["chat"];
  return {
    ...defaultOverviewQuery,
    cases: { ...cases, facets: { ...cases.facets, type: types, channel: channels } },
  };
}
