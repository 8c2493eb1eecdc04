import { aspectOf } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { standingsInPart } from "../metrics/places";
import { joinNumbers, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import { armCases, armEntries, type ArmEntries, type Arms } from "./arm-cases";
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
  const { table } = cases;
  const measured = cases.read(measuredArms(table, arms, metrics));
  const before = compared.get(measured);
  if (before !== undefined) return before;
  const { entries, values } = measured;
  const measures = metrics.map(({ unit }, at) => ({
    isShare: unit === "share",
    values: values[at] ?? new Float64Array(0),
  }));
  const comparisons = compareArms(armCases(table, entries), measures);
  const found = metrics.flatMap((metric, at) => {
    const comparison = comparisons[at];
    return comparison === undefined ? [] : [{ metric, comparison }];
  });
  compared.set(measured, found);
  return found;
}

/** By what was measured, which is one as long as none of its cases changes. */
const compared = new WeakMap<MeasuredArms, readonly ComparedMetric[]>();

/** The cases of two versions, and by metric what it says of each. */
type MeasuredArms = { readonly entries: ArmEntries; readonly values: readonly Float64Array[] };

/** What was asked of a table last: mostly the same is asked again, and what was kept of it holds. */
const asked = new WeakMap<
  CaseTable,
  { readonly key: string; readonly aggregate: Aggregate<MeasuredArms> }
>();

function measuredArms(
  table: CaseTable,
  arms: Arms,
  metrics: readonly ValueMetric[],
): Aggregate<MeasuredArms> {
  const key = JSON.stringify([arms, metrics.map(({ id }) => id)]);
  const before = asked.get(table);
  if (before?.key === key) return before.aggregate;
  const own = armEntries(arms);
  const aggregate: Aggregate<MeasuredArms> = {
    name: "measured arms",
    variant: key,
    asks: metrics.map(({ counts }) => counts),
    of: (cases) => {
      const entries = own.of(cases);
      return { entries, values: metrics.map((metric) => valuesOf(table, metric, entries.keys)) };
    },
    merge: (_table, parts) => ({
      entries: own.merge(
        table,
        parts.map(({ entries }) => entries),
      ),
      values: metrics.map((_, at) => joinNumbers(parts.flatMap(({ values }) => values[at] ?? []))),
    }),
  };
  asked.set(table, { key, aggregate });
  return aggregate;
}

/** What a metric says of cases of its denominator: 1 or 0 of a share, else the amount; NaN of the others. */
function valuesOf(table: CaseTable, metric: ValueMetric, keys: Uint32Array): Float64Array {
  const { standing } = aspectOf(table, metric.counts);
  const isCounted = standingsInPart(table, metric, "denominator");
  const isHit = metric.unit === "share" ? standingsInPart(table, metric, "numerator") : null;
  const values = new Float64Array(keys.length);
  if (metric.unit !== "share") metric.amount.of(table)(keys, values);
  for (let at = 0; at < keys.length; at += 1) {
    const stands = standing[keys[at] ?? 0] ?? 0;
    if (isCounted[stands] !== 1) values[at] = NaN;
    else if (isHit !== null) values[at] = isHit[stands] ?? 0;
  }
  return values;
}
