import type { CohortHealth, DuplicateItems, StratumHealth } from "@/lib/domain/gate/cohort-health";
import { gateLimits } from "@/lib/domain/gate/gate-limits";
import { formatCount, formatCounted } from "../format";
import { joinedByAnd, joinedByOr } from "../join-words";
import { percent, percentTick } from "../share-words";
import { scopeNoun, shareWords } from "./rule-words";

/** More than this are counted, not named. */
const namedMax = 5;

/** A row of the table of strata; a missing one has cases in production only. */
export type StratumWords = {
  readonly stratum: string;
  readonly items: string;
  readonly crossChannel: string;
  /** Of the cohort. */
  readonly share: string;
  /** Of production; null: not compared. */
  readonly production: string | null;
  readonly isMissing: boolean;
};

export type CohortDescription = {
  /** "200 cases, 148 of them over two channels or more; the gate can see a drop of 9 points." and what is missing. */
  readonly lede: string;
  /** Sentences on what somebody should mend. */
  readonly warnings: readonly string[];
  /** Sentences on how sure a verdict on it can be. */
  readonly certainty: readonly string[];
  /** Missing ones first, then those with most cases. */
  readonly strata: readonly StratumWords[];
};

/** Puts into words what a cohort can tell, and what it lacks. */
export function describeCohort(health: CohortHealth): CohortDescription {
  return {
    lede: ledeOf(health),
    warnings: [
      ...missingWords(health),
      ...duplicateWords(health.duplicates),
      ...expectedWords(health),
    ],
    certainty: certaintyOf(health),
    strata: strataOf(health),
  };
}

function ledeOf(health: CohortHealth): string {
  const { items, production } = health;
  if (items === 0) return "No cases yet.";
  const missing = production?.missing.length ?? 0;
  const verb = missing === 1 ? "is" : "are";
  const lacking =
    production === null || missing === 0
      ? ""
      : ` ${formatCounted(missing, "case type")} of the last ${formatCounted(production.days, "day")} ${verb} missing.`;
  return `${formatCounted(items, "case")}, ${crossingWords(health)}; ${abilityWords(health)}.${lacking}`;
}

function crossingWords({ items, crossChannel }: CohortHealth): string {
  const over = "over two channels or more";
  if (items === 1) return crossChannel === 1 ? over : "on one channel";
  if (crossChannel === 0) return "none of them over two channels";
  return `${crossChannel === items ? "all" : formatCount(crossChannel)} of them ${over}`;
}

function abilityWords({ items, crossChannel, scope, power }: CohortHealth): string {
  if (items < gateLimits.items) return `the gate needs at least ${String(gateLimits.items)}`;
  if (scope === "cross_channel" && crossChannel < gateLimits.crossChannel) {
    return `the gate needs at least ${String(gateLimits.crossChannel)} over two channels`;
  }
  const { drop } = power.paired;
  return drop === null
    ? "the gate cannot see a drop"
    : `the gate can see a drop of ${pointsUp(drop)}`;
}

/** A drop in whole points, rounded up: what is seen of 6.4 points is seen of 7. */
function pointsUp(drop: number): string {
  return formatCounted(Math.max(1, Math.ceil(100 * drop - 1e-6)), "point");
}

function missingWords({ production }: CohortHealth): readonly string[] {
  if (production === null || production.missing.length === 0) return [];
  const { missing, days, missingShare } = production;
  const named = missing.slice(0, namedMax).map(({ stratum }) => `“${stratum}”`);
  const left = missing.length - named.length;
  const all = left === 0 ? named : [...named, `${formatCount(left)} more case types`];
  return [
    `No case is of ${joinedByOr(all)}: ${shareWords(missingShare)} of the cases of the last ${formatCounted(days, "day")}.`,
  ];
}

const duplicateVerbs: Readonly<Record<DuplicateItems["because"], string>> = {
  "same id": "is in it more than once",
  "same source": "were made of one production case",
  "same opening": "open with the same words",
};

function duplicateWords(duplicates: readonly DuplicateItems[]): readonly string[] {
  const shown = duplicates.slice(0, namedMax).map(({ ids, because }) => {
    const named = because === "same id" ? ids.slice(0, 1) : listed(ids);
    return `${joinedByAnd(named)} ${duplicateVerbs[because]}.`;
  });
  const left = duplicates.length - shown.length;
  if (left === 0) return shown;
  return [...shown, `${formatCounted(left, "more group")} of cases are alike.`];
}

function expectedWords({ items, withoutExpected }: CohortHealth): readonly string[] {
  if (withoutExpected.length === 0) return [];
  const which =
    withoutExpected.length === items
      ? "No case has an expected outcome"
      : `No expected outcome is stated for ${joinedByAnd(listed(withoutExpected))}`;
  return [`${which}: whoever reads a failure has nothing to compare it with.`];
}

/** The first ids, and how many more there are. */
function listed(ids: readonly string[]): readonly string[] {
  const left = ids.length - namedMax;
  return left <= 1 ? ids : [...ids.slice(0, namedMax), `${formatCount(left)} more`];
}

function certaintyOf({ scope, inScope, effective, power }: CohortHealth): readonly string[] {
  if (inScope === 0) return [];
  const cases = formatCounted(inScope, scopeNoun({ scope }));
  const often = `in ${String(Math.round(10 * power.power))} of 10 runs or more`;
  const correlation = String(Number(effective.correlation.toFixed(2)));
  const basis = effective.measuredOn === null ? "assumed" : `as on ${effective.measuredOn}`;
  const independent =
    effective.clusters === inScope
      ? `No two of the ${cases} share a customer or scenario, so each counts in full.`
      : `The ${cases} are of ${formatCounted(effective.clusters, "customer or scenario", "customers or scenarios")}, one of which has ${formatCount(effective.largestCluster)} of them. With outcomes that correlate by ${correlation} within one (${basis}), they are as much evidence as ${formatCounted(Math.round(effective.items), "independent case")}.`;
  const { drop, fixed, measuredOn } = power.paired;
  const churn = `${shareWords(fixed)} of the cases come out better (${measuredOn === null ? "assumed" : `as between ${measuredOn}`})`;
  const paired =
    drop === null
      ? "They are too few to see that a release is worse than its baseline."
      : `A release that is ${pointsUp(drop)} worse than its baseline is blocked for that ${often}, if at the same time ${churn}.`;
  const bar =
    power.bar === null
      ? []
      : [
          `A release that is ${pointsUp(power.bar.drop)} below the bar of ${percentTick(power.bar.minimum)} is blocked by the bar ${often}.`,
        ];
  return [independent, paired, ...bar];
}

function strataOf({ items, strata, production }: CohortHealth): readonly StratumWords[] {
  const ofProduction = (cases: number | null) =>
    production === null || cases === null || production.cases === 0
      ? null
      : percent(cases / production.cases, production.cases);
  const missing = (production?.missing ?? []).map(({ stratum, cases }) => ({
    ...{ stratum, items: "0", crossChannel: "0", share: "0%", isMissing: true },
    production: ofProduction(cases),
  }));
  const own = strata.toSorted(byItems).map((each) => ({
    stratum: each.stratum ?? "not stated",
    items: formatCount(each.items),
    crossChannel: formatCount(each.crossChannel),
    share: percent(each.items / items, items),
    production: ofProduction(each.cases),
    isMissing: false,
  }));
  return [...missing, ...own];
}

/** Most cases first; those without a stratum last. */
function byItems(a: StratumHealth, b: StratumHealth): number {
  if (a.stratum === null || b.stratum === null) return a.stratum === null ? 1 : -1;
  return b.items - a.items;
}
