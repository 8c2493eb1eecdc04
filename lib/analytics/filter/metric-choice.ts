import { entityOf, type Listed } from "../facets/dimension-groups";
import { metricParts, partWords, type MetricChoice } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";

/** A part of a metric as addresses name it: "csat.numerator". */
export function writeMetricChoice({ id, part }: MetricChoice): string {
  return `${id}.${part}`;
}

/** Reads such a name. @returns null where no metric of the thing has that id, or it has no such part */
export function readMetricChoice(text: string, thing: Listed): MetricChoice | null {
  const dot = text.indexOf(".");
  const id = text.slice(0, dot);
  const metric = findMetric(id);
  const part = metricParts.find((each) => each === text.slice(dot + 1));
  if (metric === null || entityOf[metric.counts] !== thing || part === undefined) return null;
  if (partWords(metric, part) === null) return null;
  return { id, part };
}

/** A part of a metric in words: "Satisfied customers: cases rated 4 or 5". */
export function metricChoiceWords({ id, part }: MetricChoice): string {
  const metric = findMetric(id);
  const words = metric === null ? null : partWords(metric, part);
  return metric === null ? id : `${metric.name}: ${words ?? part}`;
}
