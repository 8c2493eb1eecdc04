import type { CaseSet } from "../counts/case-set";
import { armOptions } from "./arm-options";
import type { AdjustedArms, ArmComparison } from "./compare-arms";
import { comparePair } from "./compare-pair";
import { comparedMetrics } from "./compared-metrics";
import { pairBeside, type ArmPair } from "./usual-pair";

/** Two versions of a prompt that ran in parallel, compared by contacts per case. */
export type BesideComparison = {
  readonly pair: ArmPair;
  readonly comparison: ArmComparison;
  readonly adjusted: AdjustedArms;
};

const contacts = comparedMetrics.filter(({ id }) => id === "touchpoints_per_case");

/** Compares the two that ran in parallel on the most cases; null where no two can be compared. */
export function compareBeside(cases: CaseSet): BesideComparison | null {
  const pair = pairBeside(armOptions(cases, "prompt"));
  if (pair === null) return null;
  const [compared] = comparePair(cases, { kind: "prompt", pair }, contacts);
  const adjusted = compared?.comparison.adjusted ?? null;
  return compared === undefined || adjusted === null
    ? null
    : { pair, comparison: compared.comparison, adjusted };
}
