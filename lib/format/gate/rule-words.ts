import { gateLimits } from "@/lib/domain/gate/gate-limits";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { GateFigures, GateRule, GateVerdictName, RunFigures } from "@/lib/domain/gate/verdict";
import { formatCount, formatCounted } from "../format";
import { joinedByAnd } from "../join-words";
import { percentRange, percentTick, signed } from "../share-words";
import { lackingLabels } from "./label-words";

export const verdictWords: Readonly<Record<GateVerdictName, string>> = {
  invalid: "INVALID",
  block: "BLOCK",
  pass_not_proven: "PASS, not proven",
  pass_proven: "PASS, proven",
};

export const ruleNames: Readonly<Record<GateRule, string>> = {
  same_cases: "Same cases",
  same_cohort: "Same cohort",
  same_evaluator: "Same evaluator",
  repeats: "Repeats",
  baseline: "Baseline",
  cohort_size: "Size of the cohort",
  cross_channel_size: "Cross-channel cases",
  scored: "Scored",
  minimum: "Minimum",
  regression: "Regression",
  non_inferiority: "Non-inferiority",
  strata: "Strata",
  critical_failures: "Critical failures",
  flip_rate: "Flip rate",
  proof: "Proof",
};

/** What a rule found, in a sentence. */
export function ruleSentence(rule: GateRule, figures: GateFigures, policy: GatePolicy): string {
  return sentences[rule](figures, policy);
}

/** "cross-channel case", "case". */
export function scopeNoun({ scope }: Pick<GatePolicy, "scope">): string {
  return scope === "all" ? "case" : "cross-channel case";
}

/** A share in per cent, with as many decimals as tell it from the bar: "77.9%". */
function percentBeside(share: number, bar: number | null): string {
  for (let places = 1; places < 6; places += 1) {
    const text = String(Number((100 * share).toFixed(places)));
    if (bar === null || share === bar || Number(text) !== Number((100 * bar).toFixed(places))) {
      return `${text}%`;
    }
  }
  return percentTick(share);
}

/** A share on its own; 0% and 100% only exactly: "18.5%", "under 0.1%". */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.0005) return "under 0.1%";
  return share < 1 && share >= 0.9995 ? "over 99.9%" : percentTick(share);
}

/** A chance: "0.058", "under 0.001". */
export function chanceWords(chance: number): string {
  return chance < 0.001 ? "under 0.001" : String(Number(chance.toPrecision(2)));
}

/** "159 of 200 cross-channel cases resolved (79.5%), 95% interval 73–84%; bar 78%." */
export function shareSentence(figures: GateFigures, policy: GatePolicy): string {
  const { share, cohort, candidate } = figures;
  const cases = formatCounted(cohort.inScope, scopeNoun(policy));
  if (share === null) {
    return hasMajority(candidate) ? `None of ${cases} was scored.` : noShare(candidate);
  }
  const { resolved, scored, value, interval } = share;
  const left = cohort.inScope - scored;
  const counted = left === 0 ? cases : formatCounted(scored, `scored ${scopeNoun(policy)}`);
  const bar = policy.minimum === null ? "" : `; bar ${percentTick(policy.minimum)}`;
  const rate = percentBeside(value, policy.minimum);
  return `${formatCount(resolved)} of ${counted} resolved (${rate}), 95% interval ${percentRange(interval, scored)}${bar}.`;
}

type Sentence = (figures: GateFigures, policy: GatePolicy) => string;

const sentences: Readonly<Record<GateRule, Sentence>> = {
  same_cases: ({ candidate, baseline }) => {
    const runs = runsOf(candidate, baseline).filter(({ strangers }) => strangers.length > 0);
    if (runs.length === 0) return "The runs have no case that the cohort lacks.";
    const each = runs.map(({ release, strangers }) => {
      const cases = formatCounted(strangers.length, "case");
      return `${release} has ${cases} that the cohort lacks, such as ${strangers[0] ?? ""}`;
    });
    return `${joinedByAnd(each)}.`;
  },
  same_cohort: ({ cohort, candidate, baseline }, policy) => {
    const stated: readonly (readonly [string, string | null])[] = [
      ["the policy", policy.cohort],
      ...runsOf(candidate, baseline).map((run) => [run.release, run.cohort] as const),
    ];
    const others = stated.filter(([, hash]) => hash !== null && hash !== cohort.sha256);
    if (others.length > 0) {
      return `The cohort's hash is ${short(cohort.sha256)}; another one is stated by ${joinedByAnd(others.map(([who]) => who))}.`;
    }
    const isStated = stated.some(([, hash]) => hash !== null);
    return isStated
      ? `The cohort's hash is the stated one, ${short(cohort.sha256)}.`
      : `Nobody states the cohort's hash, ${short(cohort.sha256)}.`;
  },
  same_evaluator: ({ candidate, baseline }) => {
    const scoredBy = new Set(runsOf(candidate, baseline).flatMap((run) => run.scoredBy));
    const names = joinedByAnd([...scoredBy].sort());
    if (scoredBy.size === 0) return "Nothing was scored.";
    return scoredBy.size === 1
      ? `Everything was scored by ${names}.`
      : `Scores of ${names} cannot be compared with each other.`;
  },
  repeats: ({ candidate, baseline }, policy) => {
    const { repeats } = candidate;
    if (repeats % 2 === 0) {
      return `Each case was run ${times(repeats)}; an odd number is needed for a majority.`;
    }
    if (repeats < policy.repeats) {
      return `Each case was run ${times(repeats)}; the policy asks for ${formatCount(policy.repeats)}.`;
    }
    if (baseline !== null && baseline.repeats !== repeats) {
      return `${candidate.release} ran each case ${times(repeats)} and ${baseline.release} ${times(baseline.repeats)}: a majority is not compared with a single run.`;
    }
    return repeats === 1
      ? "Each case was run once."
      : `Each case was run ${times(repeats)} and its majority counts.`;
  },
  baseline: ({ baseline }, policy) => {
    if (baseline !== null) return `Compared with ${baseline.release}.`;
    return policy.baseline === "required"
      ? "The policy asks for a baseline, and none was given."
      : "No baseline was given: whether the release is worse than the one before it was not checked.";
  },
  cohort_size: ({ cohort }) =>
    `The cohort has ${formatCounted(cohort.items, "case")}; at least ${String(gateLimits.items)} are needed.`,
  cross_channel_size: ({ cohort }, policy) =>
    policy.scope === "all"
      ? "The policy counts all cases."
      : `${formatCount(cohort.crossChannel)} of them ${cohort.crossChannel === 1 ? "goes" : "go"} over more than one channel; at least ${String(gateLimits.crossChannel)} are needed.`,
  scored: ({ cohort, candidate, baseline }) => {
    const of = (count: number, all: number, what: string) =>
      `${formatCount(count)} of ${what} (${shareWords(count / all)})`;
    const each = runsOf(candidate, baseline).map(({ release, unscored, unscoredInScope }) => {
      const { items, inScope } = cohort;
      const all = of(unscored.length, items, `${formatCounted(items, "case")} of ${release}`);
      const counted = of(unscoredInScope, inScope, `the ${formatCount(inScope)} that are counted`);
      return [0, items].includes(inScope) || unscored.length === 0 ? all : `${all}, ${counted}`;
    });
    return `Not scored: ${joinedByAnd(each)}; at most 2% may be. They count neither as failures nor as passes.`;
  },
  minimum: ({ share, candidate }, { minimum }) => {
    if (minimum === null) return "The policy sets none.";
    if (share === null) return noShare(candidate);
    const [least] = share.range;
    const verb = share.value < minimum ? "is below" : "reaches";
    const asFailures =
      share.value >= minimum && least < minimum
        ? ` With what was not scored counted as failures it would be ${percentBeside(least, minimum)}.`
        : "";
    return `${percentBeside(share.value, minimum)} ${verb} the bar, ${percentTick(minimum)}.${asFailures}`;
  },
  regression: ({ paired, baseline }) => {
    if (paired === null || baseline === null) return "There is no baseline to compare with.";
    const { regressed, fixed, chance } = paired;
    return `${formatCount(regressed.length)} regressed and ${formatCount(fixed.length)} were fixed since ${baseline.release}: exact McNemar, one-sided, p = ${chanceWords(chance)}; below 0.05 is a regression.`;
  },
  non_inferiority: ({ paired }, { nonInferiorityMargin: margin }) => {
    if (margin === null) return "The policy sets no margin.";
    const allowed = `at most ${percentTick(margin).replace("%", "")} are allowed`;
    if (paired === null) return `Nothing to compare; ${allowed}.`;
    return `We can be 95% confident of a difference above ${signed(100 * paired.lowerBound, 1)} points; a loss of ${allowed}.`;
  },
  strata: ({ strata }) => {
    const floored = strata.filter(({ floor }) => floor !== null);
    if (floored.length === 0) return "The policy sets no floors.";
    const each = floored.map(({ stratum, hits, of, floor }) => {
      const rate = of === 0 ? "none scored" : percentBeside(hits / of, floor);
      return `${stratum} ${formatCount(hits)} of ${formatCount(of)} (${rate}, floor ${percentTick(floor ?? 0)})`;
    });
    return `${each.join("; ")}.`;
  },
  critical_failures: ({ newCritical, baseline }) => {
    const since = baseline === null ? "" : ` that ${baseline.release} did not have`;
    if (newCritical.length === 0) return `No critical failure${since}.`;
    const each = newCritical.slice(0, 5).map(({ item, failure }) => `${failure} in ${item}`);
    const more = newCritical.length > 5 ? " and more" : "";
    return `${formatCounted(newCritical.length, "critical failure")}${since}: ${each.join(", ")}${more}.`;
  },
  flip_rate: ({ candidate, flipRate }) => {
    if (flipRate === null || flipRate.of < gateLimits.repeated) {
      return `How often a case comes out otherwise when it is run again is not known: that takes a run that repeats at least ${String(gateLimits.repeated)} cases of the cohort.`;
    }
    const { release, hits, of } = flipRate;
    const came = `${formatCount(hits)} of ${formatCounted(of, "case")} of ${release} (${shareWords(hits / of)}) came out otherwise when run again`;
    const isOften = hits > gateLimits.flipRate * of;
    const most = `more than ${percentTick(gateLimits.flipRate)}`;
    if (candidate.repeats > 1) {
      return isOften
        ? `${came}: ${most}, so that a single run could not carry this gate.`
        : `${came}.`;
    }
    return isOften
      ? `${came}: ${most}, so a single run can't carry the gate. Replay each case 3 times.`
      : `${came}: a single run can carry the gate.`;
  },
  proof: ({ share, proof, attempt, candidate }, { minimum }) => {
    if (minimum === null) return "Without a minimum there is nothing to prove.";
    if (share === null) return noShare(candidate);
    const level = percentTick(proof.level);
    const tried = attempt > 1 ? ` At attempt ${String(attempt)} a proof needs ${level}.` : "";
    const bar = `bar ${percentTick(minimum)}`;
    const counted = `We could be ${level} confident of at least ${percentBeside(share.lowerBound, minimum)} if the evaluator never erred`;
    const { sensitivity, specificity, estimate, lowerBound } = proof;
    if (estimate === null || lowerBound === null) {
      const lacking = lackingLabels(proof);
      const because =
        lacking === null
          ? "By people's labels it is no better than chance"
          : `How often it errs is not known: that takes ${String(gateLimits.labels)} resolved and ${String(gateLimits.labels)} not resolved conversations labelled by people, and there are ${formatCount(sensitivity.of)} and ${formatCount(specificity.of)}, so ${lacking}`;
      return `${counted}; ${bar}. ${because}.${tried}`;
    }
    const agreed = `It agreed with people on ${formatCount(sensitivity.hits)} of ${formatCount(sensitivity.of)} resolved and ${formatCount(specificity.hits)} of ${formatCount(specificity.of)} not resolved conversations`;
    return `${counted}. ${agreed}: corrected for that the share is ${percentBeside(estimate, minimum)}, and at least ${percentBeside(lowerBound, minimum)}. Both bounds must reach the bar, ${percentTick(minimum)}.${tried}`;
  },
};

/** Why there is no share. */
function noShare(candidate: RunFigures): string {
  if (hasMajority(candidate)) return "Nothing was scored.";
  return `There is no share: each case was run ${times(candidate.repeats)}, and an even number gives no majority.`;
}

function hasMajority({ repeats }: RunFigures): boolean {
  return repeats % 2 === 1;
}

function runsOf(candidate: RunFigures, baseline: RunFigures | null): readonly RunFigures[] {
  return baseline === null ? [candidate] : [candidate, baseline];
}

function times(count: number): string {
  return count === 1 ? "once" : `${formatCount(count)} times`;
}

/** The beginning of a hash, as it is recognised by eye. */
function short(hash: string): string {
  return hash.slice(0, 12);
}
