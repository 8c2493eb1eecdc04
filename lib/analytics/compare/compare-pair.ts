import { dimensionGroupOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { codesIn } from "../metrics/places";
import { joinNumbers, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import { armCases, armReader, type ArmCases, type ArmEntries, type Arms } from "./arm-cases";
import { compareArms, type ArmComparison } from "./compare-arms";
import type { ValueMetric } from "./compared-metrics";

/** A metric of two versions. */
export type ComparedMetric = {
  readonly metric: ValueMetric;
  readonly comparison: ArmComparison;
};

/** Compares two versions by each of some metrics of cases. */
export function comparePair(
  cases: CaseSet,
  arms: Arms,
  metrics: readonly ValueMetric[],
): readonly ComparedMetric[] {
  const { entries, values: read } = readPair(cases.table, arms, metrics);
  const [own, values] = [cases.read(entries), cases.read(read)];
  const before = compared.get(values);
  if (before !== undefined) return before;
  const measures = metrics.map(({ unit }, at) => ({
    isShare: unit === "share",
    values: values[at] ?? new Float64Array(0),
  }));
  const comparisons = compareArms(casesOf(cases.table, own), measures);
  const found = metrics.flatMap((metric, at) => {
    const comparison = comparisons[at];
    return comparison === undefined ? [] : [{ metric, comparison }];
  });
  compared.set(values, found);
  return found;
}

/** By metric what it says of each of the arms' cases. */
type ArmValues = readonly Float64Array[];

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
      return metrics.map((metric) => valuesOf(table, metric, keys));
    },
    merge: (_table, results) =>
      metrics.map((_, at) =>
        joinNumbers(results.map((result) => result[at] ?? new Float64Array(0))),
      ),
  };
  const fresh = { key, entries, values };
  lastReadings.set(table, fresh);
  return fresh;
}

/** A metric's value of each case: 1 or 0 of a share, else the amount; NaN outside the denominator. */
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
