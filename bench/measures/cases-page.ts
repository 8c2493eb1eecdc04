import { setTimeout as wait } from "node:timers/promises";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { warmCaseTables } from "@/lib/pages/overview/load-case-tables";
import { facetNames } from "@/lib/analytics/facets/registry";
import { seededRandom, type SeededRandom } from "@/lib/testing/seeded-random";
import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import {
  caseSortKeys,
  defaultCasesQuery,
  type CasesQuery,
} from "@/lib/analytics/filter/cases-query";
import { relativePeriods } from "@/lib/analytics/filter/period";
import { days, firstUs, wordOf, wordRank } from "../material/synthetic-cases";
import { timed } from "./workspace";

export type CasesPageOptions = {
  readonly folder: string;
  readonly cases: number;
  readonly samples: number;
};

/** 95th percentile in milliseconds, wall-clock and CPU. */
type Times = { readonly samples: number; readonly wall: number; readonly cpu: number };

export type CasesPageResult = {
  readonly cases: number;
  /** Initial load of the case table. */
  readonly loadMs: number;
  readonly bytesPerCase: number;
  readonly all: Times;
  readonly withText: Times;
  readonly withoutText: Times;
  readonly slowest: { readonly wall: number; readonly cpu: number; readonly query: CasesQuery };
};

const asOfUs = firstUs + days * 86_400_000_000;
const pauseMs = 2;

/** Loads the Cases page of a folder's cases for random filters, sorts, pages and searches. */
export async function measureCasesPage({
  folder,
  cases,
  samples,
}: CasesPageOptions): Promise<CasesPageResult> {
  const path = workspacePath("main", folder);
  const load = (query: CasesQuery) => loadCasesPage({ path, scope: null }, query, asOfUs);
  const before = usedBytes();
  const loadMs = await timed(() => warmCaseTables([path], asOfUs));
  const first = await load(defaultCasesQuery);
  const bytesPerCase = (usedBytes() - before) / cases;
  const random = seededRandom(samples);
  const taken: Taken[] = [];
  for (let index = 0; index < samples; index += 1) {
    taken.push(await take(load, randomQuery(first, random)));
    await wait(pauseMs);
  }
  const slowest = taken.reduce((one, other) => (other.cpu > one.cpu ? other : one));
  return {
    cases,
    loadMs,
    bytesPerCase,
    all: timesOf(taken),
    withText: timesOf(taken.filter(({ query }) => query.text !== "")),
    withoutText: timesOf(taken.filter(({ query }) => query.text === "")),
    slowest,
  };
}

type Taken = { readonly wall: number; readonly cpu: number; readonly query: CasesQuery };

async function take(load: (query: CasesQuery) => Promise<unknown>, query: CasesQuery) {
  const cpuBefore = process.cpuUsage();
  const wall = await timed(() => load(query));
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1000, query };
}

/** Up to three facets, a period in every other query, a search in one of five; any sort and page. */
function randomQuery(first: CasesPageModel, random: SeededRandom): CasesQuery {
  const facets = { ...defaultCasesQuery.facets };
  for (let count = random.below(4); count > 0; count -= 1) {
    const name = random.pick(facetNames);
    const values = first.facets[name].options.map(({ value }) => value);
    facets[name] = random.shuffle(values).slice(0, 1 + random.below(3));
  }
  return {
    ...defaultCasesQuery,
    facets,
    text: random.below(5) === 0 ? wordOf(wordRank(random)) : "",
    period: random.below(2) === 0 ? "all" : random.pick(relativePeriods),
    sort: random.pick(caseSortKeys),
    direction: random.pick(["asc", "desc"]),
    page: random.below(3) === 0 ? 1 + random.below(first.total / first.pageSize) : 1,
  };
}

function timesOf(taken: readonly Taken[]): Times {
  const at95 = (values: readonly number[]) =>
    [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0;
  return {
    samples: taken.length,
    wall: at95(taken.map(({ wall }) => wall)),
    cpu: at95(taken.map(({ cpu }) => cpu)),
  };
}

function usedBytes(): number {
  // Typed arrays are only freed by a second collection.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
