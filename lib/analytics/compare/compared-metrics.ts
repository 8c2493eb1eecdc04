import type { CountedCases } from "../facets/dimension-groups";
import { contactMetrics } from "../metrics/contact-metrics";
import type { MetricOf } from "../metrics/metric";
import { resolutionMetrics } from "../metrics/resolution-metrics";

/** A metric with a value per case: 1 or 0 of a share, or an amount. */
export type ValueMetric = Exclude<MetricOf<CountedCases>, { readonly unit: "ratio" }>;

const known = [...contactMetrics, ...resolutionMetrics].flatMap((metric): ValueMetric[] =>
  metric.unit === "ratio" ? [] : [metric],
);

/** What versions are compared by, in the order in which it is shown. */
export const comparedMetrics = [
  "touchpoints_per_case",
  "case_resolution_rate",
  "one_contact_resolution",
  "false_containment_rate",
  "repeat_information_case_rate",
].flatMap((id) => known.find((metric) => metric.id === id) ?? []);
