import { aspectOf } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { standingsInPart } from "../metrics/places";
import { armCases } from "./arm-cases";
import type { ArmKind } from "./arm-options";
import { compareArms, type ArmComparison } from "./compare-arms";
import type { ValueMetric } from "./compared-metrics";
import type { ArmPair } from "./usual-pair";

/** A metric of two versions. */
export type ComparedMetric = {
  readonly metric: ValueMetric;
  readonly comparison: ArmComparison;
};

/** Compares two versions by each of some metrics of cases. */
export function comparePair(
  table: CaseTable,
  keys: Uint32Array,
  of: { readonly kind: ArmKind; readonly pair: ArmPair },
  metrics: readonly ValueMetric[],
): readonly ComparedMetric[] {
  const measures = metrics.map((metric) => ({
    isShare: metric.unit === "share",
    valueOf: valueOf(table, metric),
  }));
  const comparisons = compareArms(armCases(table, keys, of), measures);
  return metrics.flatMap((metric, at) => {
    const comparison = comparisons[at];
    return comparison === undefined ? [] : [{ metric, comparison }];
  });
}

/** What a metric says of a case of its denominator: 1 or 0 of a share, else the amount; NaN of the others. */
function valueOf(table: CaseTable, metric: ValueMetric): (key: number) => number {
  const { standing } = aspectOf(table, metric.counts);
  const isCounted = standingsInPart(table, metric, "denominator");
  if (metric.unit !== "share") {
    const amountOf = metric.amount.of(table);
    return (key) => (isCounted[standing[key] ?? 0] === 1 ? amountOf(key) : NaN);
  }
  const isHit = standingsInPart(table, metric, "numerator");
  const values = Float64Array.from(isCounted, (counted, at) => {
    return counted === 1 ? (isHit[at] ?? 0) : NaN;
  });
  return (key) => values[standing[key] ?? 0] ?? NaN;
}
