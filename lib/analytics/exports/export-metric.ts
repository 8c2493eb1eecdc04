import type { AmountFigure, Figure } from "../metrics/figure";
import { entityOf } from "../facets/dimension-groups";
import type { Metric } from "../metrics/metric";
import type { ExportedMetric } from "./metric-schema";

type Amounts = Pick<ExportedMetric, "value" | "interval" | "numerator" | "denominator">;

/**
 * Lays a metric's figure out.
 * @param isEndKnown whether the data show how cases ended; else metrics that need it have no value
 */
export function exportMetric(metric: Metric, figure: Figure, isEndKnown: boolean): ExportedMetric {
  const isSayable = !metric.needsEnds || isEndKnown;
  const { value, interval, ...amounts } = amountsOf(metric, figure);
  return {
    id: metric.id,
    name: metric.name,
    group: metric.group,
    version: metric.version,
    counts: entityOf[metric.counts],
    unit: unitOf(figure.unit),
    currency: "currency" in figure ? figure.currency : null,
    direction: metric.direction,
    average: "average" in metric ? metric.average : null,
    value: isSayable ? value : null,
    interval: isSayable ? interval : null,
    ...amounts,
    n: figure.of,
    waiting: figure.waiting,
    unknown: figure.unknown,
    because_no_value: isSayable
      ? value === null
        ? "There is too little to count."
        : null
      : "Too few of these cases show how they ended.",
  };
}

function unitOf(unit: Figure["unit"]): ExportedMetric["unit"] {
  if (unit === "ratio") return "share";
  if (unit === "dollars") return "money";
  return unit === "microseconds" ? "seconds" : unit;
}

function amountsOf(metric: Metric, figure: Figure): Amounts {
  if (figure.unit === "share" || figure.unit === "ratio") {
    const { share, sums } = figure;
    return {
      value: share?.value ?? null,
      interval: share === null ? null : [...share.interval],
      numerator: figure.unit === "share" ? figure.hits : sums.hits,
      denominator: figure.unit === "share" ? figure.of : sums.of,
    };
  }
  const isMean = "average" in metric && metric.average === "mean";
  return averageOf(figure, isMean, "per" in metric && metric.per !== null ? figure.per : null);
}

/** @param per the base of a mean that is not per counted thing; null: it is */
function averageOf(figure: AmountFigure, isMean: boolean, per: AmountFigure["per"]): Amounts {
  const scale = figure.unit === "microseconds" ? 1e-6 : 1;
  const value = isMean ? (figure.mean?.value ?? null) : figure.median;
  const interval = isMean ? (figure.mean?.interval ?? null) : figure.medianInterval;
  const base = isMean ? per : null;
  return {
    value: value === null ? null : value * scale,
    interval: interval === null ? null : [interval[0] * scale, interval[1] * scale],
    numerator: base === null || Number.isNaN(base.total) ? null : base.total * scale,
    denominator: base?.count ?? figure.of,
  };
}
