import "server-only";
import { evaluators } from "@/lib/evaluators/registry";
import { metrics } from "@/lib/rollup/metrics/metrics";
import { errorSources, type ErrorSources } from "@/lib/view/error-sources";
import { loadAgreements } from "./labelled-scores";
import { accuracy } from "./measured-accuracy";
import type { SeenWorkspace } from "./seen-workspace";

/** How the evaluators err that metrics rest on: on the workspace's own labels, else on public data. */
export async function loadErrorSources(seen: SeenWorkspace): Promise<ErrorSources> {
  const names = new Set(metrics.flatMap(({ restsOn }) => restsOn?.evaluator ?? []));
  const found = [...names].map(async (name) => {
    const version = evaluators.find((each) => each.name === name)?.version ?? 1;
    const agreements = await loadAgreements(seen, name);
    return [name, errorSources(version, agreements, accuracy[name])] as const;
  });
  return new Map(await Promise.all(found));
}
