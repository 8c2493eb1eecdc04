import type { GateInput } from "@/lib/domain/gate/gate-input";
import type { GateFigures, RunFigures } from "@/lib/domain/gate/verdict";
import type { GateHashes } from "./gate-hashes";
import { clusterOf, falsePassRisk, measureShare, measureStrata, proveShare } from "./measure-share";
import { newCriticalFailures, pairResults } from "./pair-results";
import { isCrossChannel, scoreItems, type ItemResult, type ScoredRun } from "./score-items";

/** All figures that a gate's rules decide by. */
export function measureGate(input: GateInput, hashes: GateHashes): GateFigures {
  const { cohort, policy, earlierAttempts } = input;
  const metric = metricOf(input);
  const attempt = earlierAttempts.length + 1;
  const candidate = scoreItems(cohort.items, input.candidate, metric, hashes.candidate);
  const baseline =
    input.baseline === null || hashes.baseline === null
      ? null
      : scoreItems(cohort.items, input.baseline, metric, hashes.baseline);
  const isInScope = ({ item }: ItemResult) => policy.scope === "all" || isCrossChannel(item);
  const inScope = candidate.results.filter(isInScope);
  const figuresOf = ({ results, figures }: ScoredRun): RunFigures => ({
    ...figures,
    unscoredInScope: results.filter((each) => isInScope(each) && each.resolved === null).length,
  });
  const { scoredBy, repeats, release, flips } = candidate.figures;
  const measured = repeats % 2 === 0 ? null : measureShare(inScope, attempt);
  return {
    metric,
    attempt,
    cohort: {
      name: cohort.name,
      sha256: hashes.cohort,
      items: cohort.items.length,
      crossChannel: cohort.items.filter(isCrossChannel).length,
      inScope: inScope.length,
      clusters: new Set(inScope.map(clusterOf)).size,
    },
    candidate: figuresOf(candidate),
    baseline: baseline === null ? null : figuresOf(baseline),
    flipRate: flips === null ? input.repeatedRun : { release, ...flips },
    share: measured?.share ?? null,
    proof: proveShare(measured?.effective ?? null, input, scoredBy, attempt),
    unresolved: inScope.flatMap(({ item, resolved }) => (resolved === false ? [item.id] : [])),
    paired: baseline === null ? null : pairResults(candidate.results, baseline.results, isInScope),
    strata: measureStrata(inScope, policy.strata),
    newCritical: newCriticalFailures(candidate.results, baseline?.results ?? null),
    risk:
      measured === null ? null : falsePassRisk(policy.minimum, measured.share.effective, attempt),
  };
}

/** The evaluator that the policy names, else the only one of the candidate. */
export function metricOf({
  policy,
  candidate: { outcomes },
}: Pick<GateInput, "policy" | "candidate">): string {
  const named = outcomes.find(({ evaluator }) => evaluator !== null)?.evaluator;
  return policy.metric ?? named ?? "conversation_resolution";
}
