import type { Scope } from "@/lib/domain/people/permission";
import type { FacetCounts } from "../facets/count-facets";
import type { Counted, EntityDimensions } from "../facets/dimension-groups";
import { findMetric } from "../metrics/metrics";
import type { Metric, MetricChoice, MetricSubset } from "../metrics/metric";

import type { FacetName } from "../facets/registry";
import { leewayUs, type CaseExtent } from "../select/case-extent";
import type { CaseOrder } from "../select/sort-cases";
import { codeSql, decodeCode, fromSql, nameSql } from "../tables/dimension-sql";
import type { DimensionContext } from "../tables/group-sql";
import { facetCountsSql, toFacetCounts, type FacetCountRow } from "../tables/facet-counts-sql";
import { orderSql } from "../tables/order-sql";
import {
  chosenFacets,
  conditionsSql,
  countsCases,
  evaluatorsIn,
  facetSql,
  scoreValuesSql,
  subsetsOfCode,
  subsetSql,
  type CaseConditions,
  type CountedCode,
} from "../tables/select-sql";

/** Runs a query of the analytic tables. */
export type RunQuery = (
  sql: string,
) => Promise<readonly Readonly<Record<string, number | string | boolean | null>>[]>;

/** The cases of a filter, in SQL. */
export type CaseSelection = CaseConditions & {
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  readonly metric: MetricChoice | null;
};

/** How many things have a combination of a dimension group's values. */
export type ValuesCount<Thing extends Counted> = {
  readonly values: EntityDimensions[Thing];
  readonly count: number;
};

/** The queries of some cases: each is asked once. */
export type CaseQueries = {
  readonly count: () => Promise<number>;
  readonly facets: () => Promise<FacetCounts>;
  /** Keys in order, from one position until before another. */
  readonly list: (order: Omit<CaseOrder, "ranks">, from: number, to: number) => Promise<number[]>;
  /** Cases by opening time. @param startsUs the start of each bucket, then the end of the last */
  readonly opened: (startsUs: readonly number[]) => Promise<readonly number[]>;
  /** The size of each subset of a metric. */
  readonly sizes: (metric: Metric) => Promise<Readonly<Record<MetricSubset, number>>>;
  /** Counts cases or their children by their values. */
  readonly countValues: <Thing extends Counted>(
    thing: Thing,
  ) => Promise<readonly ValuesCount<Thing>[]>;
};

/** Asks for the cases that a selection leaves. @param run all its queries are of one moment */
export function queryCases(
  run: RunQuery,
  selection: CaseSelection,
  context: DimensionContext,
): CaseQueries {
  const evaluators = once(() => readEvaluators(run, selection.scope));
  const parts = once(async () => {
    const chosen = chosenFacets(selection.facets);
    const names = chosen.includes("score") ? await evaluators() : [];
    const facets = new Map(
      chosen.map((facet) => [facet, facetSql(facet, selection.facets[facet], context, names)]),
    );
    const { metric } = selection;
    const also = metric === null ? [] : [await metricSql(run, metric, context)];
    return { facets, conditions: { ...selection, also: [...selection.also, ...also] } };
  });
  const where = once(async () => {
    const { facets, conditions } = await parts();
    return [conditionsSql(conditions), ...facets.values()].join(" AND ");
  });
  const counted = byName(async (thing: Counted) => countCodes(run, thing, await where(), context));
  return {
    count: once(async () => {
      const [row] = await run(`SELECT count(*) AS count FROM cases c WHERE ${await where()}`);
      return Number(row?.["count"]);
    }),
    facets: once(async () => {
      const { facets, conditions } = await parts();
      const rows = await run(facetCountsSql(conditions, facets, context));
      return toFacetCounts(rows.map(toFacetCountRow), await evaluators());
    }),
    list: async (order, from, to) => {
      const rows = await run(
        `SELECT c.key FROM cases c WHERE ${await where()}
          ORDER BY ${orderSql(order, context)} LIMIT ${String(Math.max(0, to - from))} OFFSET ${String(from)}`,
      );
      return rows.map(({ key }) => Number(key));
    },
    opened: async (startsUs) => countOpened(run, await where(), startsUs),
    sizes: async (metric) => sizesOf(metric, await counted(metric.counts)),
    countValues: async (thing) =>
      (await counted(thing)).map(({ code, name, count }) => ({
        values: decodeCode(thing, code, name),
        count,
      })),
  };
}

/** A value that is computed on first use. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | null = null;
  return () => (known ??= read());
}

function byName<Name, Value>(read: (name: Name) => Promise<Value>): (name: Name) => Promise<Value> {
  const known = new Map<Name, Promise<Value>>();
  return (name) => {
    const found = known.get(name) ?? read(name);
    known.set(name, found);
    return found;
  };
}

const everywhere = { period: null, also: [] };

async function readEvaluators(run: RunQuery, scope: Scope | null): Promise<readonly string[]> {
  const rows = await run(scoreValuesSql({ ...everywhere, scope }));
  return evaluatorsIn(rows.map(({ value }) => String(value)));
}

type Counts = readonly (CountedCode & { readonly count: number })[];

async function countCodes(
  run: RunQuery,
  thing: Counted,
  where: string,
  context: DimensionContext,
): Promise<Counts> {
  const rows = await run(
    `SELECT ${codeSql(thing, context)} AS code, ${nameSql(thing)} AS name, count(*) AS count
      FROM ${fromSql(thing)} WHERE ${where} GROUP BY 1, 2`,
  );
  return rows.map(({ code, name, count }) => ({
    ...{ code: Number(code), count: Number(count) },
    name: name === null || name === undefined ? null : String(name),
  }));
}

async function metricSql(
  run: RunQuery,
  { id, subset }: MetricChoice,
  context: DimensionContext,
): Promise<string> {
  const metric = findMetric(id);
  if (metric === null || !countsCases(metric)) return "false";
  const codes = await countCodes(run, metric.counts, "true", context);
  return subsetSql(metric, subset, codes, context);
}

function sizesOf(metric: Metric, counts: Counts): Readonly<Record<MetricSubset, number>> {
  const sizes = { numerator: 0, denominator: 0, waiting: 0, unknown: 0 };
  for (const each of counts) {
    for (const subset of subsetsOfCode(metric, each)) sizes[subset] += each.count;
  }
  return sizes;
}

function toFacetCountRow(row: Readonly<Record<string, unknown>>): FacetCountRow {
  const { facet, value, count } = row;
  return { facet: Number(facet), value: String(value), count: Number(count) };
}

async function countOpened(
  run: RunQuery,
  where: string,
  startsUs: readonly number[],
): Promise<readonly number[]> {
  const starts = startsUs.map((us, at) => `(${String(at)}, ${String(us)})`).join(", ");
  const rows = await run(
    `WITH starts (bucket, from_us) AS (VALUES ${starts}),
      buckets AS (SELECT bucket, from_us, lead(from_us) OVER (ORDER BY bucket) AS until_us FROM starts),
      opened AS (SELECT floor(c.opened_us / ${String(quarterUs)}) * ${String(quarterUs)} AS at_us,
          count(*) AS count
        FROM cases c WHERE ${where} GROUP BY 1)
      SELECT bucket, sum(count) AS count FROM opened
        JOIN buckets ON at_us >= from_us AND at_us < until_us GROUP BY bucket`,
  );
  const counts = new Map(rows.map(({ bucket, count }) => [Number(bucket), Number(count)]));
  return startsUs.slice(1).map((_, bucket) => counts.get(bucket) ?? 0);
}

/** Days begin at whole quarters of an hour in every zone. */
const quarterUs = 900_000_000;

/** The extent of all cases within a scope, see `caseExtent`; and how many there are. */
export async function readExtent(
  run: RunQuery,
  scope: Scope | null,
  asOfUs: number,
): Promise<{ readonly extent: CaseExtent | null; readonly count: number }> {
  const until = String(asOfUs + leewayUs);
  const newest = (column: string) => `max(CASE WHEN ${column} <= ${until} THEN ${column} END)`;
  const [row] = await run(
    `SELECT min(c.opened_us) AS oldest, ${newest("c.opened_us")} AS opened,
        ${newest("c.last_contact_us")} AS contacted, count(*) AS count
      FROM cases c WHERE ${conditionsSql({ ...everywhere, scope })}`,
  );
  const { oldest = null, opened = null, contacted = null, count = 0 } = row ?? {};
  const newestUs = Math.max(Number(opened ?? -Infinity), Number(contacted ?? -Infinity));
  const isKnown = oldest !== null && newestUs !== -Infinity;
  return {
    extent: isKnown ? { oldestUs: Number(oldest), newestUs } : null,
    count: Number(count),
  };
}
