import "server-only";
import { evaluators } from "@/lib/evaluators/registry";
import type { Metric } from "@/lib/analytics/metrics/metric";
import { errorSources, type ErrorSources } from "@/lib/analytics/findings/error-sources";
import { loadAgreements } from "./load-labelled-scores";
import { accuracy } from "./load-accuracy";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";

/**
 * The errors of the evaluators that some metrics depend on: on the workspace's labels, else on public data. Reads only
 * these evaluators' labels.
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
