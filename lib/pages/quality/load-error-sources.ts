import "server-only";
import { evaluators } from "@/lib/evaluators/registry";
import type { Metric } from "@/lib/analytics/metrics/metric";
import { errorSources, type ErrorSources } from "@/lib/analytics/findings/error-sources";
import { loadAgreements } from "./load-labelled-scores";
import { accuracy } from "./load-accuracy";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";

/**
 * How the evaluators err whose errors can be taken out of some metrics: on the workspace's own labels, else on
 * public data. Reads the labels of these evaluators alone.
 */
export async function loadErrorSources(
  seen: SeenWorkspace,
  metrics: readonly Metric[],
): Promise<ErrorSources> {
  const names = new Set(metrics.flatMap(adjustableBy));
  const found = [...names].map(async (name) => {
    const version = evaluators.find((each) => each.name === name)?.version ?? 1;
    const agreements = await loadAgreements(seen, name);
    return [name, errorSources(version, agreements, accuracy[name])] as const;
  });
  return new Map(await Promise.all(found));
}

function adjustableBy({ restsOn }: Metric): readonly string[] {
  if (restsOn === null) return [];
  const { evaluator, decides } = restsOn;
  return decides !== "all" && "whyNot" in decides ? [] : [evaluator];
}
