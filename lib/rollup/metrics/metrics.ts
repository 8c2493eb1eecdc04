import { contactMetrics } from "./contact-metrics";
import { experienceMetrics, timeMetrics } from "./experience-metrics";
import type { Metric } from "./metric";
import { resolutionMetrics } from "./resolution-metrics";

/** Every metric there is, in the order of the dictionary. */
export const metrics: readonly Metric[] = [
  ...resolutionMetrics,
  ...contactMetrics,
  ...timeMetrics,
  ...experienceMetrics,
];

const byId = new Map(metrics.map((metric) => [metric.id, metric]));

/** The metric of an id, or null. */
export function findMetric(id: string): Metric | null {
  return byId.get(id) ?? null;
}
