import { expand, sparse, type Aggregate, type SparseCounts } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import type { FilteredCases } from "./filtered-cases";
import { groupRates, type GroupRates } from "./group-rates";
import type { CaseTable } from "../case-table/case-table";
import { dimensionGroupOf } from "../facets/dimension-groups";
import { MISSING } from "../facets/case-facets";
import { groupOfFacet, type GroupName, type RowFacet } from "../facets/facet-groups";
import type { ShareMetric } from "../metrics/metric";
import { shareOfCases } from "../metrics/metrics";
import { codesIn } from "../metrics/places";
import { flatValues, numbersOf } from "../case-table/dictionary";

/** By dimension code: 0 outside the metric's denominator, 1 in it, 2 in its numerator too. */
const ends = 3;

/** A metric by a facet. */
export type Breakdown = {
  /** The id of a share of cases. */
  readonly metric: string;
  readonly facet: RowFacet;
  /** Leaves cases without a value out of the whole too. */
  readonly isNamed?: boolean;
};

/** Several of the same cases, by facet. */
export function breakdowns(
  cases: CaseSet,
  requested: readonly Breakdown[],
): ReadonlyMap<RowFacet, GroupRates> {
  return new Map(requested.map((each) => [each.facet, breakdown(cases, each)]));
}

/** The same as `breakdown` of a page's cases, computed once. */
export function breakdownOnce({ once, cases }: FilteredCases, requested: Breakdown): GroupRates {
  const { metric, facet, isNamed = false } = requested;
  const name = `${metric} by ${isNamed ? "named " : ""}${facet}`;
  return once(name, () => breakdown(cases(), requested));
}

/**
 * A metric's share for each value of a facet, with the clustering by customer.
 * @returns the values with a non-empty denominator, unordered; a case with two values counts for both
 */
export function breakdown(
  cases: CaseSet,
  { metric: id, facet, isNamed = false }: Breakdown,
): GroupRates {
  const { table } = cases;
  const metric = shareOfCases(id);
  const group = groupOfFacet[facet];
  const values = flatValues(table.dictionaries[group], facet);
  const { names } = values;
  const { size } = table.dictionaries[group];
  const valuesOf = Array.from({ length: size }, (_, at) => {
    const own = numbersOf(values, at);
    return isNamed ? own.filter((number) => names[number] !== MISSING) : own;
  });
  const counts = expand(cases.read(endsByGroup(metric, group)), new Uint32Array(size * ends));
  const all = { hits: 0, of: 0 };
  const groups = names.map((value) => ({ value, rate: { hits: 0, of: 0 } }));
  valuesOf.forEach((own, at) => {
    const hits = counts[at * ends + 2] ?? 0;
    const of = hits + (counts[at * ends + 1] ?? 0);
    const rates = Array.from(own).flatMap((number) => groups[number]?.rate ?? []);
    for (const rate of rates.length === 0 ? [] : [all, ...rates]) {
      rate.hits += hits;
      rate.of += of;
    }
  });
  const column = table.columns[group];
  const endOfCase = endOf(table, metric);
  const groupsOf = (key: number) => valuesOf[column[key] ?? 0] ?? noNumbers;
  const found = groupRates(
    cases,
    { groups, all },
    { groupsOf, endOf: (key) => (groupsOf(key).length === 0 ? 0 : endOfCase(key)) },
  );
  return { ...found, groups: found.groups.filter(({ sums }) => sums.of > 0) };
}

const noNumbers = new Uint32Array(0);

function endsByGroup(metric: ShareMetric, group: GroupName): Aggregate<SparseCounts> {
  const room = ({ dictionaries }: CaseTable) => new Uint32Array(dictionaries[group].size * ends);
  return {
    name: `${metric.id} by ${group}`,
    dependsOn: [metric.counts],
    of: ({ table, keys }) => {
      const counts = room(table);
      const column = table.columns[group];
      const endOfCase = endOf(table, metric);
      for (const key of keys) {
        const at = (column[key] ?? 0) * ends + endOfCase(key);
        counts[at] = (counts[at] ?? 0) + 1;
      }
      return sparse(counts);
    },
    merge: (table, results) => {
      const counts = room(table);
      for (const result of results) expand(result, counts);
      return sparse(counts);
    },
  };
}

/** By dimension code; see `ends`. */
function endOf(table: CaseTable, metric: ShareMetric): (key: number) => number {
  const isIn = codesIn(table, metric, "denominator");
  const isHit = codesIn(table, metric, "numerator");
  const { codes } = dimensionGroupOf(table, metric.counts);
  return (key) => {
    const number = codes[key] ?? 0;
    return (isIn[number] ?? 0) + (isHit[number] ?? 0);
  };
}
