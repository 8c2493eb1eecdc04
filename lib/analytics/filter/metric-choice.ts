import { entityOf, type Listed } from "../facets/dimension-groups";
import { metricParts, partWords, type MetricChoice } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { single, type ParamType } from "@/lib/format/address/field";

/** A part of a metric as addresses name it: "csat.numerator". @param thing what the metric counts */
export function metricChoice(thing: Listed): ParamType<MetricChoice> {
  return single(
    (text) => {
      const dot = text.indexOf(".");
      const id = text.slice(0, dot);
      const metric = findMetric(id);
      const part = metricParts.find((each) => each === text.slice(dot + 1));
      if (metric === null || entityOf[metric.counts] !== thing || part === undefined) return;
      return partWords(metric, part) === null ? undefined : { id, part };
    },
    ({ id, part }) => `${id}.${part}`,
  );
}

/** A part of a metric in words: "Satisfied customers: cases rated 4 or 5". */
export function metricChoiceWords({ id, part }: MetricChoice): string {
  const metric = findMetric(id);
  const words = metric === null ? null : partWords(metric, part);
  return metric === null ? id : `${metric.name}: ${words ?? part}`;
}
