import type { GateInput } from "@/lib/domain/gate/gate-input";
import { gateLimits } from "@/lib/domain/gate/gate-limits";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type {
  FalsePassRisk,
  ProofFigures,
  ShareFigures,
  StratumFigures,
} from "@/lib/domain/gate/verdict";
import { groupBy } from "@/lib/format/group-by";
import { bonferroniLevel } from "@/lib/stats/bonferroni-level";
import { effectiveShare } from "@/lib/stats/proportions/clustered-share";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { hitsNeeded } from "@/lib/stats/proportions/power";
import { errorAdjusted } from "@/lib/stats/proportions/rogan-gladen";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { betaShare } from "@/lib/stats/special-functions";
import { resolvedFrom, type ItemResult } from "./score-items";

/** The risk of a false pass is told of a release this much below the bar. */
const belowBar = 0.03;

/** What an item is counted with: an item without a cluster is its own. */
export function clusterOf({ item: { cluster, id } }: Pick<ItemResult, "item">): string {
  return cluster === null ? `item ${id}` : `cluster ${cluster}`;
}

/**
 * One-sided confidence of the proof at an attempt: 95 % at the first, stricter at each further one, because trying
 * often enough proves anything.
 */
function proofLevel(attempt: number): number {
  return bonferroniLevel(attempt);
}

/** The resolved share of items; null if none was scored. */
export function measureShare(
  results: readonly ItemResult[],
  attempt: number,
): { readonly share: ShareFigures; readonly effective: Proportion } | null {
  const scored = results.filter(({ resolved }) => resolved !== null);
  const { hits: resolved, of: count } = tally(scored);
  const clusters = [...groupBy(scored, clusterOf).values()].map(tally);
  const effective = effectiveShare({
    hits: resolved,
    of: count,
    hitsSquared: sumOf(clusters, ({ hits }) => hits * hits),
    product: sumOf(clusters, ({ hits, of }) => hits * of),
    ofSquared: sumOf(clusters, ({ of }) => of * of),
  });
  const interval = wilsonInterval(effective.hits, effective.of);
  const bound = wilsonInterval(effective.hits, effective.of, twoSided(proofLevel(attempt)));
  if (interval === null || bound === null) return null;
  const share = {
    ...{ resolved, scored: count, value: resolved / count, interval },
    ...{ effective: effective.of, lowerBound: bound[0] },
    range: [
      resolved / results.length,
      (resolved + results.length - count) / results.length,
    ] as const,
  };
  return { share, effective };
}

/** Corrects a share for the error that people's labels show of the evaluator. */
export function proveShare(
  effective: Proportion | null,
  { labels, labelSource }: Pick<GateInput, "labels" | "labelSource">,
  scoredBy: readonly string[],
  attempt: number,
): ProofFigures {
  const own = labels.filter(({ evaluator, version }) =>
    scoredBy.includes(`${evaluator} ${version}`),
  );
  const agreeing = (resolved: boolean): Proportion => {
    const labelled = own.filter((label) => label.resolved === resolved);
    const alike = labelled.filter(({ score }) => score >= resolvedFrom === resolved);
    return { hits: alike.length, of: labelled.length };
  };
  const errors = { sensitivity: agreeing(true), specificity: agreeing(false) };
  const level = proofLevel(attempt);
  const isEnough = [errors.sensitivity, errors.specificity].every(
    ({ of }) => of >= gateLimits.labels,
  );
  const adjusted =
    isEnough && effective !== null ? errorAdjusted(effective, errors, twoSided(level)) : null;
  return {
    ...{ level, ...errors, foreignLabels: labels.length - own.length, labelSource },
    estimate: adjusted?.value ?? null,
    lowerBound: adjusted?.interval[0] ?? null,
  };
}

/** Resolved items by stratum; those that a policy sets a floor for are always named. */
export function measureStrata(
  results: readonly ItemResult[],
  floors: GatePolicy["strata"],
): readonly StratumFigures[] {
  const byStratum = groupBy(
    results.filter(({ item }) => item.stratum !== null),
    ({ item }) => item.stratum ?? "",
  );
  const names = new Set([...byStratum.keys(), ...Object.keys(floors)]);
  return [...names].sort().map((stratum) => ({
    stratum,
    ...tally((byStratum.get(stratum) ?? []).filter(({ resolved }) => resolved !== null)),
    floor: Object.hasOwn(floors, stratum) ? (floors[stratum] ?? null) : null,
  }));
}

/** How likely a release whose true share is three points below the bar reaches it in so many attempts. */
export function falsePassRisk(
  minimum: number | null,
  effectiveItems: number,
  attempts: number,
): FalsePassRisk | null {
  const of = Math.round(effectiveItems);
  if (minimum === null || minimum <= belowBar || of === 0) return null;
  const needed = hitsNeeded(minimum, of);
  const trueShare = minimum - belowBar;
  const once = betaShare(trueShare, needed, of - needed + 1);
  return { trueShare, once, inAttempts: 1 - (1 - once) ** attempts };
}

/** The two-sided level whose lower end is the bound of a one-sided one. */
function twoSided(oneSided: number): number {
  return 2 * oneSided - 1;
}

function tally(results: readonly ItemResult[]): Proportion {
  return { hits: results.filter(({ resolved }) => resolved === true).length, of: results.length };
}

function sumOf<T>(all: readonly T[], value: (each: T) => number): number {
  return all.reduce((sum, each) => sum + value(each), 0);
}
