import { entityOf, type Listed } from "../facets/dimension-groups";
import { metricSubsets, subsetWords, type MetricChoice } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { single, type ParamType } from "@/lib/format/address/field";

/** A subset of a metric in addresses: "csat.numerator". @param thing the entity listed */
export function metricChoice(thing: Listed): ParamType<MetricChoice> {
  return single(
    (text) => {
      const dot = text.indexOf(".");
      const id = text.slice(0, dot);
      const metric = findMetric(id);
      const subset = metricSubsets.find((each) => each === text.slice(dot + 1));
      if (metric === null || entityOf[metric.counts] !== thing || subset === undefined) return;
      return subsetWords(metric, subset) === null ? undefined : { id, subset };
    },
    ({ id, subset }) => `${id}.${subset}`,
  );
}

/** A subset of a metric in words: "Satisfied customers: cases rated 4 or 5". */
export function metricChoiceWords({ id, subset }: MetricChoice): string {
  const metric = findMetric(id);
  const words = metric === null ? null : subsetWords(metric, subset);
  return metric === null ? id : `${metric.name}: ${words ?? subset}`;
}
