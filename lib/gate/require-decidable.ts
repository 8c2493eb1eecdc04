import { DomainError } from "@/lib/domain/domain-error";
import type { GateInput } from "@/lib/domain/gate/gate-input";
import { isCrossChannel } from "./score-items";

/**
 * Refuses what no verdict can be given of, rather than giving a misleading one.
 * @throws DomainError that says what is wrong
 */
export function requireDecidable({ cohort, candidate, baseline, policy }: GateInput): void {
  const evaluators = new Set(candidate.outcomes.flatMap(({ evaluator }) => evaluator ?? []));
  if (policy.metric === null && evaluators.size > 1) {
    throw new DomainError(
      "invalid-input",
      `The candidate was scored by ${[...evaluators].sort().join(", ")}; name in the policy which is the metric.`,
    );
  }
  if (policy.nonInferiorityMargin !== null && baseline === null) {
    throw new DomainError(
      "invalid-input",
      "The policy has a non_inferiority_margin, which needs a baseline to compare with: give --baseline.",
    );
  }
  const inScope = cohort.items.filter((item) => policy.scope === "all" || isCrossChannel(item));
  const lacking = Object.keys(policy.strata).find(
    (name) => !inScope.some(({ stratum }) => stratum === name),
  );
  if (lacking !== undefined) {
    throw new DomainError(
      "invalid-input",
      `The policy has a floor for the stratum ${lacking}, of which the cohort has no case in scope.`,
    );
  }
}
