import type { LabelSource, RepeatedRun } from "./run";

type Interval = readonly [low: number, high: number];
type Proportion = { readonly hits: number; readonly of: number };

export const gateVerdictNames = ["invalid", "block", "pass_not_proven", "pass_proven"] as const;
export type GateVerdictName = (typeof gateVerdictNames)[number];

/** Rules in the order in which they decide: the first of the worst state does. */
export const gateRules = [
  "same_cases",
  "same_cohort",
  "same_evaluator",
  "repeats",
  "baseline",
  "cohort_size",
  "cross_channel_size",
  "scored",
  "minimum",
  "regression",
  "non_inferiority",
  "strata",
  "critical_failures",
  "flip_rate",
  "proof",
] as const;
export type GateRule = (typeof gateRules)[number];

/** From worst to best; `not_checked`: nothing to check it with, or nothing asked. */
export type GateRuleState = "invalid" | "blocks" | "not_proven" | "not_checked" | "met";

export type Unscored = { readonly item: string; readonly why: string };
export type CriticalFailure = { readonly item: string; readonly failure: string };

export type RunFigures = {
  readonly release: string;
  readonly sha256: string;
  /** The cohort's hash as the run states it. */
  readonly cohort: string | null;
  /** Name and version of what scored it, sorted: one, if it can be compared. */
  readonly scoredBy: readonly string[];
  readonly repeats: number;
  /** Items whose repeats disagree, of those scored more than once; null: none was. */
  readonly flips: Proportion | null;
  readonly unscored: readonly Unscored[];
  /** How many of them the share would count. */
  readonly unscoredInScope: number;
  /** Items of the run that the cohort lacks. */
  readonly strangers: readonly string[];
};

/** The resolved share of the scored items in scope. */
export type ShareFigures = {
  readonly resolved: number;
  readonly scored: number;
  readonly value: number;
  /** 95 %, two-sided. */
  readonly interval: Interval;
  /** The number of independent items that say as much. */
  readonly effective: number;
  /** One-sided, at the proof's level. */
  readonly lowerBound: number;
  /** The share if what was not scored in scope had all failed, or all been resolved. */
  readonly range: Interval;
};

/** The share corrected for the evaluator's measured error. */
export type ProofFigures = {
  /** One-sided confidence: 0.95 at the first attempt. */
  readonly level: number;
  /** Of conversations that people labelled resolved, and not resolved, how many the evaluator scored alike. */
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
  /** Labels of another evaluator or version. */
  readonly foreignLabels: number;
  /** Null: the labels are of a file, or there are none. */
  readonly labelSource: LabelSource | null;
  /** Null: too few labels, or an evaluator no better than chance. */
  readonly estimate: number | null;
  readonly lowerBound: number | null;
};

export type PairedFigures = {
  /** Items in scope that were resolved with the baseline and are not with the candidate. */
  readonly regressed: readonly string[];
  readonly fixed: readonly string[];
  readonly bothResolved: number;
  readonly neitherResolved: readonly string[];
  /** Items in scope that one of the runs has no score for. */
  readonly unpaired: number;
  /** Exact McNemar, one-sided: the chance of as many regressions if neither release is better. */
  readonly chance: number;
  /** Candidate minus baseline. */
  readonly difference: number;
  readonly interval: Interval;
  /** One-sided 95 %. */
  readonly lowerBound: number;
  /** The same of items out of scope, which decide nothing. */
  readonly outOfScope: { readonly regressed: readonly string[]; readonly fixed: readonly string[] };
};

export type StratumFigures = Proportion & {
  readonly stratum: string;
  readonly floor: number | null;
};

/** How likely a release somewhat below the bar passes by luck. */
export type FalsePassRisk = {
  readonly trueShare: number;
  readonly once: number;
  readonly inAttempts: number;
};

export type GateFigures = {
  readonly metric: string;
  readonly attempt: number;
  readonly cohort: {
    readonly name: string;
    readonly sha256: string;
    readonly items: number;
    readonly crossChannel: number;
    readonly inScope: number;
    readonly clusters: number;
  };
  readonly candidate: RunFigures;
  readonly baseline: RunFigures | null;
  /** Of this run or, if it ran each case once, of an earlier one; null: not known. */
  readonly flipRate: RepeatedRun | null;
  /** Null: nothing in scope was scored, or an even number of repeats gives no majority. */
  readonly share: ShareFigures | null;
  readonly proof: ProofFigures;
  readonly unresolved: readonly string[];
  readonly paired: PairedFigures | null;
  readonly strata: readonly StratumFigures[];
  /** In the candidate and not in the baseline, of all items. */
  readonly newCritical: readonly CriticalFailure[];
  readonly risk: FalsePassRisk | null;
};

/** A gate's verdict: a pure function of its input. */
export type GateVerdict = {
  readonly verdict: GateVerdictName;
  readonly decidedBy: GateRule;
  readonly exitCode: 0 | 1 | 2;
  readonly rules: readonly { readonly rule: GateRule; readonly state: GateRuleState }[];
  readonly figures: GateFigures;
};
