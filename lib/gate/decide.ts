import type { GateInput } from "@/lib/domain/gate/gate-input";
import { gateLimits } from "@/lib/domain/gate/gate-limits";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import {
  gateRules,
  type GateFigures,
  type GateRule,
  type GateRuleState,
  type GateVerdict,
  type GateVerdictName,
} from "@/lib/domain/gate/verdict";
import type { GateHashes } from "./gate-hashes";
import { measureGate } from "./measure-gate";
import { roundFigures } from "./round-figures";

/** A larger share of unscored cases, of the cohort or of those in scope, makes a run invalid. */
const unscoredMax = 0.02;
/** Of the exact McNemar test, one-sided. */
const significant = 0.05;

/** Decides whether a release may ship: a pure function of its input and the hashes of it. */
export function decideGate(input: GateInput, hashes: GateHashes): GateVerdict {
  const figures = measureGate(input, hashes);
  const rules = gateRules.map((rule) => ({ rule, state: judges[rule](figures, input.policy) }));
  const worst = (["invalid", "blocks", "not_proven"] as const).find((state) =>
    rules.some((each) => each.state === state),
  );
  const verdict = worst === undefined ? "pass_proven" : verdictOf[worst];
  return {
    verdict,
    decidedBy: rules.find(({ state }) => state === worst)?.rule ?? "proof",
    exitCode: exitCodeOf(verdict, input.policy),
    rules,
    figures: roundFigures(figures),
  };
}

const verdictOf = {
  invalid: "invalid",
  blocks: "block",
  not_proven: "pass_not_proven",
} as const satisfies Partial<Record<GateRuleState, GateVerdictName>>;

function exitCodeOf(verdict: GateVerdictName, { notProven }: GatePolicy): 0 | 1 | 2 {
  if (verdict === "invalid") return 2;
  if (verdict === "block") return 1;
  return verdict === "pass_not_proven" && notProven !== "allow" ? 1 : 0;
}

type Judge = (figures: GateFigures, policy: GatePolicy) => GateRuleState;

const judges: Readonly<Record<GateRule, Judge>> = {
  same_cases: ({ candidate, baseline }) =>
    invalidIf(candidate.strangers.length > 0 || (baseline?.strangers.length ?? 0) > 0),
  same_cohort: ({ cohort, candidate, baseline }, policy) => {
    const stated = [policy.cohort, candidate.cohort, baseline?.cohort ?? null];
    if (stated.every((hash) => hash === null)) return "not_checked";
    return invalidIf(stated.some((hash) => hash !== null && hash !== cohort.sha256));
  },
  same_evaluator: ({ candidate, baseline }) =>
    invalidIf(new Set([...candidate.scoredBy, ...(baseline?.scoredBy ?? [])]).size > 1),
  repeats: ({ candidate: { repeats }, baseline }, policy) =>
    invalidIf(
      repeats % 2 === 0 ||
        repeats < policy.repeats ||
        (baseline !== null && baseline.repeats !== repeats),
    ),
  baseline: ({ baseline }, policy) => {
    if (baseline !== null) return "met";
    return policy.baseline === "required" ? "invalid" : "not_checked";
  },
  cohort_size: ({ cohort }) => invalidIf(cohort.items < gateLimits.items),
  cross_channel_size: ({ cohort }, { scope }) =>
    scope === "all" ? "not_checked" : invalidIf(cohort.crossChannel < gateLimits.crossChannel),
  scored: ({ cohort, candidate, baseline, share }) =>
    invalidIf(
      share === null ||
        [candidate, baseline].some(
          (run) =>
            run !== null &&
            (run.unscored.length > unscoredMax * cohort.items ||
              run.unscoredInScope > unscoredMax * cohort.inScope),
        ),
    ),
  minimum: ({ share }, { minimum }) => {
    if (share === null || minimum === null) return "not_checked";
    return share.value < minimum ? "blocks" : "met";
  },
  regression: ({ paired }) => {
    if (paired === null) return "not_checked";
    return paired.chance < significant ? "blocks" : "met";
  },
  non_inferiority: ({ paired }, { nonInferiorityMargin: margin }) => {
    if (paired === null || margin === null) return "not_checked";
    return paired.lowerBound > -margin ? "met" : "blocks";
  },
  strata: ({ strata }) => {
    const floored = strata.filter(({ floor }) => floor !== null);
    if (floored.length === 0) return "not_checked";
    if (floored.some(({ of }) => of === 0)) return "invalid";
    return floored.some(({ hits, of, floor }) => hits / of < (floor ?? 0)) ? "blocks" : "met";
  },
  critical_failures: ({ newCritical }, { newCriticalFailures }) => {
    if (newCriticalFailures === "report") return "not_checked";
    return newCritical.length > 0 ? "blocks" : "met";
  },
  flip_rate: ({ candidate, flipRate }) => {
    if (flipRate === null || flipRate.of < gateLimits.repeated) return "not_checked";
    const isSingle = candidate.repeats === 1;
    return isSingle && flipRate.hits > gateLimits.flipRate * flipRate.of ? "not_proven" : "met";
  },
  proof: ({ share, proof }, { minimum }) => {
    const bounds = [share?.lowerBound ?? null, proof.lowerBound];
    const isProven =
      minimum !== null && bounds.every((bound) => bound !== null && bound >= minimum);
    return isProven ? "met" : "not_proven";
  },
};

function invalidIf(isInvalid: boolean): GateRuleState {
  return isInvalid ? "invalid" : "met";
}
