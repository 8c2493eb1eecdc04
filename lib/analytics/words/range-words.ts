import type { Figure } from "../metrics/figure";
import { entityOf } from "../facets/dimension-groups";
import type { Metric } from "../metrics/metric";
import { effectiveShare } from "@/lib/stats/proportions/clustered-share";
import { formatCount } from "@/lib/format/format";

/** The method of a figure's interval in words; null without one. */
export function rangeWords(metric: Metric, figure: Figure): string | null {
  if (figure.unit === "share" || figure.unit === "ratio") {
    if (figure.share === null) return null;
    const { of } = figure.sums;
    const { of: independent } = effectiveShare(figure.sums);
    const things = metric.unit === "ratio" ? `${metric.things.noun}s` : nounsOf(metric.counts);
    const design =
      Math.round(independent) === of
        ? `One customer’s ${things} differ as much as those of several.`
        : `One customer’s ${things} resemble each other: these ${formatCount(of)} weigh as much as ${formatCount(Math.round(independent))} of different customers.`;
    return `95% interval (Wilson). ${design}`;
  }
  const isMean = metric.unit !== "share" && metric.unit !== "ratio" && metric.average === "mean";
  const interval = isMean ? figure.mean : figure.medianInterval;
  if (interval === null) return null;
  return isMean
    ? "95% interval of the mean, with each customer’s cases taken together"
    : "95% interval of the median (Woodruff), with each customer’s cases taken together";
}

function nounsOf(counts: Metric["counts"]): string {
  const entity = entityOf[counts];
  return entity === "pii" ? "personal values" : entity;
}
