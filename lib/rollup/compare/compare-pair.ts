import { aspectOf } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { standingsInPart } from "../metrics/places";
import { armCases } from "./arm-cases";
import type { ArmKind } from "./arm-options";
import { compareArms, type ArmComparison, type Measure } from "./compare-arms";
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
    valuesOf: valuesOf(table, metric),
  }));
  const comparisons = compareArms(armCases(table, keys, of), measures);
  return metrics.flatMap((metric, at) => {
    const comparison = comparisons[at];
    return comparison === undefined ? [] : [{ metric, comparison }];
  });
}

/** What a metric says of cases of its denominator: 1 or 0 of a share, else the amount; NaN of the others. */
function valuesOf(table: CaseTable, metric: ValueMetric): Measure["valuesOf"] {
  const { standing } = aspectOf(table, metric.counts);
  const isCounted = standingsInPart(table, metric, "denominator");
  const isHit = metric.unit === "share" ? standingsInPart(table, metric, "numerator") : null;
  const read = metric.unit === "share" ? null : metric.amount.of(table);
  return (keys) => {
    const values = new Float64Array(keys.length);
    read?.(keys, values);
    for (let at = 0; at < keys.length; at += 1) {
      const stands = standing[keys[at] ?? 0] ?? 0;
      if (isCounted[stands] !== 1) values[at] = NaN;
      else if (isHit !== null) values[at] = isHit[stands] ?? 0;
    }
    return values;
  };
}
