import { childTableOf, dimensionGroupOf, entityOf, type Listed } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { codesIn } from "../metrics/places";
import { joinLists, joinNumbers, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import { armCases, armReader, type ArmCases, type ArmEntries, type Arms } from "./arm-cases";
import { rowsOf } from "../case-table/child-table";
import { compareArms, type ArmComparison } from "./compare-arms";
import { compareMedians } from "./compare-medians";
import type { ValueMetric } from "./compared-metrics";

/** A metric of two versions. */
export type ComparedMetric = {
  readonly metric: ValueMetric;
  readonly comparison: ArmComparison;
};

/** Compares two versions by each of some metrics of cases, or of their contacts, handoffs or promises. */
export function comparePair(
  cases: CaseSet,
  arms: Arms,
  metrics: readonly ValueMetric[],
): readonly ComparedMetric[] {
  const { entries, values: read } = readPair(cases.table, arms, metrics);
  const [own, values] = [cases.read(entries), cases.read(read)];
  const before = compared.get(values);
  if (before !== undefined) return before;
  const found = compareValues(casesOf(cases.table, own), values, metrics);
  compared.set(values, found);
  return found;
}

function compareValues(
  cases: ArmCases,
  { ofMetrics, childCounts }: ArmValues,
  metrics: readonly ValueMetric[],
): readonly ComparedMetric[] {
  const comparisons = new Map<ValueMetric, ArmComparison>();
  for (const thing of thingsOf(metrics)) {
    const counts = childCounts[thing];
    const listed = counts === undefined ? cases : repeatEntries(cases, counts);
    const own = metrics.filter(({ counts: counted }) => entityOf[counted] === thing);
    const valuesOfMetric = (metric: ValueMetric) =>
      ofMetrics[metrics.indexOf(metric)] ?? new Float64Array(0);
    const means = own.filter((metric) => !isOfMedian(metric));
    const measures = means.map((metric) => ({
      isShare: metric.unit === "share",
      values: valuesOfMetric(metric),
    }));
    compareArms(listed, measures).forEach((comparison, at) => {
      const metric = means[at];
      if (metric !== undefined) comparisons.set(metric, comparison);
    });
    for (const metric of own.filter(isOfMedian)) {
      comparisons.set(metric, compareMedians(listed, valuesOfMetric(metric)));
    }
  }
  return metrics.flatMap((metric) => {
    const comparison = comparisons.get(metric);
    return comparison === undefined ? [] : [{ metric, comparison }];
  });
}

function isOfMedian(metric: ValueMetric): boolean {
  return metric.unit !== "share" && metric.average === "median";
}

function thingsOf(metrics: readonly ValueMetric[]): readonly Listed[] {
  return [...new Set(metrics.map(({ counts }) => entityOf[counts]))];
}

/** One entry for each child of a case in place of one for the case. @param counts the children of each entry */
function repeatEntries({ groups, places, ...rest }: ArmCases, counts: Uint32Array): ArmCases {
  const size = counts.reduce((sum, count) => sum + count, 0);
  const repeated = { places: new Uint32Array(size), ofCase: new Uint8Array(size) };
  let end = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const from = end;
    end += counts[at] ?? 0;
    repeated.places.fill(places[at] ?? 0, from, end);
    repeated.ofCase.fill(groups.ofCase[at] ?? 0, from, end);
  }
  return {
    ...rest,
    places: repeated.places,
    groups: { ofCase: repeated.ofCase, count: groups.count },
  };
}

/** What metrics say of the arms' cases or of their children, case by case. */
type ArmValues = {
  /** By metric. */
  readonly ofMetrics: readonly Float64Array[];
  /** By kind of child: how many each case has. */
  readonly childCounts: Readonly<Partial<Record<Listed, Uint32Array>>>;
};

/** By measure: the same object while none of its cases changes. */
const compared = new WeakMap<ArmValues, readonly ComparedMetric[]>();

/** By the cases of both arms: the same array while none is rewritten. */
const placed = new WeakMap<ArmEntries, ArmCases>();

function casesOf(table: CaseTable, entries: ArmEntries): ArmCases {
  const found = placed.get(entries) ?? armCases(table, entries);
  placed.set(entries, found);
  return found;
}

type PairReading = {
  readonly key: string;
  readonly entries: Aggregate<ArmEntries>;
  readonly values: Aggregate<ArmValues>;
};
/** Cache of the last comparison of each table, which is mostly the next one too. */
const lastReadings = new WeakMap<CaseTable, PairReading>();

function readPair(table: CaseTable, arms: Arms, metrics: readonly ValueMetric[]): PairReading {
  const key = JSON.stringify([arms, metrics.map(({ id }) => id)]);
  const before = lastReadings.get(table);
  if (before?.key === key) return before;
  const { entries, keysOf } = armReader(arms);
  const values: Aggregate<ArmValues> = {
    name: "values of arms",
    variant: key,
    dependsOn: metrics.map(({ counts }) => counts),
    of: (cases) => {
      const keys = keysOf(cases);
      const places = new Map(
        thingsOf(metrics).map((thing) => {
          const children = childTableOf(table, thing);
          return [thing, children === null ? keys : rowsOf(children, keys)];
        }),
      );
      return {
        ofMetrics: metrics.map((metric) =>
          valuesOf(table, metric, places.get(entityOf[metric.counts]) ?? keys),
        ),
        childCounts: ofEachChild(metrics, (thing) => {
          const children = childTableOf(table, thing);
          return keys.map((key) => children?.count[key] ?? 0);
        }),
      };
    },
    merge: (_table, results) => ({
      ofMetrics: metrics.map((_, at) =>
        joinNumbers(results.map(({ ofMetrics }) => ofMetrics[at] ?? new Float64Array(0))),
      ),
      childCounts: ofEachChild(metrics, (thing) =>
        joinLists(results.map(({ childCounts }) => childCounts[thing] ?? new Uint32Array(0))),
      ),
    }),
  };
  const fresh = { key, entries, values };
  lastReadings.set(table, fresh);
  return fresh;
}

function ofEachChild(
  metrics: readonly ValueMetric[],
  countsOf: (thing: Listed) => Uint32Array,
): ArmValues["childCounts"] {
  const children = thingsOf(metrics).filter((thing) => thing !== "cases");
  return Object.fromEntries(children.map((thing) => [thing, countsOf(thing)]));
}

/**
 * A metric's value of each case or child: 1 or 0 of a share, else the amount; NaN outside the denominator.
 * @param keys of cases, or rows of their children
 */
function valuesOf(table: CaseTable, metric: ValueMetric, keys: Uint32Array): Float64Array {
  const { codes } = dimensionGroupOf(table, metric.counts);
  const isCounted = codesIn(table, metric, "denominator");
  const isHit = metric.unit === "share" ? codesIn(table, metric, "numerator") : null;
  const values = new Float64Array(keys.length);
  if (metric.unit !== "share") metric.amount.of(table)(keys, values);
  for (let at = 0; at < keys.length; at += 1) {
    const code = codes[keys[at] ?? 0] ?? 0;
    if (isCounted[code] !== 1) values[at] = NaN;
    else if (isHit !== null) values[at] = isHit[code] ?? 0;
  }
  return values;
}
