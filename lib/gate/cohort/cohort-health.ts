import type { CohortItem } from "@/lib/domain/gate/cohort";
import type {
  CohortHealth,
  EffectiveSize,
  GatePower,
  ProductionCoverage,
  StratumHealth,
} from "@/lib/domain/gate/cohort-health";
import { groupBy } from "@/lib/format/group-by";
import { effectiveShare } from "@/lib/stats/proportions/clustered-share";
import { correlationOf, designEffect } from "@/lib/stats/proportions/design-effect";
import { dropSeenByMcnemar, shareSeenBelow } from "@/lib/stats/proportions/power";
import { clusterOf } from "../measure-share";
import { isCrossChannel } from "../score-items";
import { findDuplicates } from "./find-duplicates";

/** The correlation within a cluster where no run shows it: three items a customer count as two. */
const assumedCorrelation = 0.2;
/** The share that becomes better at the same time where no two runs show it. */
const assumedFixed = 0.03;
const power = 0.8;

export type HealthInput = {
  readonly items: readonly CohortItem[];
  /** What a gate will ask; null: no bar. */
  readonly policy: { readonly scope: "cross_channel" | "all"; readonly minimum: number | null };
  /** The outcomes of a run by item: whether it was resolved; null: the cohort was never run. */
  readonly outcomes: {
    readonly release: string;
    readonly resolved: ReadonlyMap<string, boolean>;
  } | null;
  /** How many items of how many became better between two runs; null: there are no two. */
  readonly changes: { readonly runs: string; readonly fixed: number; readonly of: number } | null;
  /** Cases of production by stratum, named as the cohort's (`stratumIn`); null: not to be compared. */
  readonly production: {
    readonly days: number;
    readonly strata: readonly { readonly stratum: string; readonly cases: number }[];
  } | null;
};

/** Measures what a cohort can tell, and what it lacks. */
export function cohortHealth(input: HealthInput): CohortHealth {
  const { items, policy, production } = input;
  const inScope = items.filter((item) => policy.scope === "all" || isCrossChannel(item));
  const effective = effectiveSize(inScope, input.outcomes);
  return {
    items: items.length,
    crossChannel: items.filter(isCrossChannel).length,
    scope: policy.scope,
    inScope: inScope.length,
    effective,
    power: powerOf(Math.round(effective.items), policy.minimum, input.changes),
    strata: strataOf(items, production),
    production: coverageOf(items, production),
    duplicates: findDuplicates(items),
    withoutExpected: items.flatMap(({ id, expected }) => (expected === null ? [id] : [])),
  };
}

/**
 * Items divided by Kish's design effect. The correlation is what makes up the effect that the gate finds in a run's
 * outcomes; where all or none were resolved they show none, and it is assumed.
 */
function effectiveSize(
  inScope: readonly CohortItem[],
  outcomes: HealthInput["outcomes"],
): EffectiveSize {
  const sizes = [...groupBy(inScope, (item) => clusterOf({ item })).values()].map(
    ({ length }) => length,
  );
  const measured = outcomes === null ? null : correlationIn(inScope, outcomes.resolved);
  const correlation = measured ?? assumedCorrelation;
  const effect = designEffect(sizes, correlation);
  return {
    items: inScope.length / effect,
    clusters: sizes.length,
    largestCluster: sizes.reduce((most, size) => Math.max(most, size), 0),
    designEffect: effect,
    correlation,
    measuredOn: measured === null ? null : (outcomes?.release ?? null),
  };
}

function correlationIn(
  inScope: readonly CohortItem[],
  resolved: ReadonlyMap<string, boolean>,
): number | null {
  const scored = inScope.filter(({ id }) => resolved.has(id));
  const clusters = [...groupBy(scored, (item) => clusterOf({ item })).values()].map((cluster) => ({
    hits: cluster.filter(({ id }) => resolved.get(id)).length,
    of: cluster.length,
  }));
  const sum = (of: (cluster: (typeof clusters)[number]) => number) =>
    clusters.reduce((total, cluster) => total + of(cluster), 0);
  const hits = sum((each) => each.hits);
  if (hits === 0 || hits === scored.length) return null;
  const effective = effectiveShare({
    ...{ hits, of: scored.length },
    hitsSquared: sum((each) => each.hits * each.hits),
    product: sum((each) => each.hits * each.of),
    ofSquared: sum((each) => each.of * each.of),
  });
  const sizes = clusters.map(({ of }) => of);
  return correlationOf(scored.length / effective.of, sizes);
}

/**
 * What the gate's two tests see. The bar is of the raw share and exactly binomial; the comparison with a baseline is
 * exact McNemar. Both are taken of as many independent items as the clustered ones are worth, which for McNemar, as
 * the gate does not correct it for clusters, is on the safe side.
 */
function powerOf(
  independent: number,
  minimum: number | null,
  changes: HealthInput["changes"],
): GatePower {
  const seen = minimum === null ? null : shareSeenBelow(minimum, independent, power);
  const measured = changes === null || changes.of === 0 ? null : changes.fixed / changes.of;
  const fixed = measured ?? assumedFixed;
  return {
    power,
    bar: minimum === null || seen === null ? null : { minimum, drop: minimum - seen },
    paired: {
      fixed,
      drop: dropSeenByMcnemar(independent, fixed, power),
      measuredOn: measured === null ? null : (changes?.runs ?? null),
    },
  };
}

function strataOf(
  items: readonly CohortItem[],
  production: HealthInput["production"],
): readonly StratumHealth[] {
  const cases = new Map(production?.strata.map((each) => [each.stratum, each.cases]));
  return [...groupBy(items, ({ stratum }) => stratum)]
    .sort(([a], [b]) => {
      if (a === null || b === null) return a === null ? 1 : -1;
      return a < b ? -1 : 1;
    })
    .map(([stratum, own]) => ({
      stratum,
      items: own.length,
      crossChannel: own.filter(isCrossChannel).length,
      cases: production === null || stratum === null ? null : (cases.get(stratum) ?? 0),
    }));
}

function coverageOf(
  items: readonly CohortItem[],
  production: HealthInput["production"],
): ProductionCoverage | null {
  if (production === null) return null;
  const known = new Set(items.map(({ stratum }) => stratum));
  const missing = production.strata
    .filter(({ stratum, cases }) => cases > 0 && !known.has(stratum))
    .sort((a, b) => b.cases - a.cases || (a.stratum < b.stratum ? -1 : 1));
  const sum = (strata: typeof missing) => strata.reduce((total, { cases }) => total + cases, 0);
  const cases = sum([...production.strata]);
  return {
    ...{ days: production.days, cases, missing },
    missingShare: cases === 0 ? 0 : sum(missing) / cases,
  };
}
