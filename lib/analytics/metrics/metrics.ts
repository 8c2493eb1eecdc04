import { backlogMetrics } from "./backlog-metrics";
import { costMetrics } from "./cost-metrics";
import { contactMetrics } from "./contact-metrics";
import { dataMetrics } from "./data-metrics";
import { disclosureMetrics } from "./disclosure-metrics";
import { experienceMetrics } from "./experience-metrics";
import { handoffMetrics } from "./handoff-metrics";
import { interactionMetrics } from "./interaction-metrics";
import { entityOf } from "../facets/dimension-groups";
import { metricGroups, type Metric, type ShareMetric } from "./metric";
import { piiMetrics } from "./pii-metrics";
import { promiseMetrics } from "./promise-metrics";
import { resolutionMetrics } from "./resolution-metrics";
import { qualityMetrics } from "./quality-metrics";
import { returnMetrics } from "./return-metrics";
import { slaMetrics } from "./sla-metrics";
import { timeMetrics } from "./time-metrics";
import { usageMetrics } from "./usage-metrics";

const all: readonly Metric[] = [
  ...resolutionMetrics,
  ...returnMetrics,
  ...contactMetrics,
  ...interactionMetrics,
  ...handoffMetrics,
  ...promiseMetrics,
  ...timeMetrics,
  ...slaMetrics,
  ...backlogMetrics,
  ...experienceMetrics,
  ...qualityMetrics,
  ...disclosureMetrics,
  ...costMetrics,
  ...usageMetrics,
  ...dataMetrics,
  ...piiMetrics,
];

/** Every metric there is, in the order of the dictionary. */
export const metrics: readonly Metric[] = metricGroups.flatMap((group) =>
  all.filter((metric) => metric.group === group),
);

const byId = new Map(metrics.map((metric) => [metric.id, metric]));

/** The metric of an id, or null. */
export function findMetric(id: string): Metric | null {
  return byId.get(id) ?? null;
}

/** A share of cases by its id. @throws where there is none: ids are constants in code */
export function shareOfCases(id: string): ShareMetric {
  const metric = findMetric(id);
  if (metric?.unit === "share" && entityOf[metric.counts] === "cases") return metric;
  throw new Error(`${id} is no share of cases.`);
}
