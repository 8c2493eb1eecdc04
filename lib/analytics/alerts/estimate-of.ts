import type { Estimate } from "@/lib/stats/proportions/standardise";
import type { Figure } from "../metrics/figure";
import type { Metric } from "../metrics/metric";

/** A figure's value with its interval, the average that its metric leads with; null where nothing can be said. */
export function estimateOf(metric: Metric, figure: Figure): Estimate | null {
  if (figure.unit === "share" || figure.unit === "ratio") return figure.share;
  if (metric.unit === "share" || metric.unit === "ratio" || metric.average === "mean") {
    return figure.mean;
  }
  const { median, medianInterval } = figure;
  return median === null || medianInterval === null
    ? null
    : { value: median, interval: medianInterval };
}
