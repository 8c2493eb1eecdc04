import { groupBy } from "@/lib/format/group-by";
import {
  stratifiedDifference,
  type StratifiedDifference,
} from "@/lib/stats/proportions/stratified-difference";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { hitSums } from "@/lib/stats/sums";

/** A case as it is compared, each customer once per issue. */
export type ComparedCase = {
  readonly issue: string;
  /** Cases are compared within it only: how and about what the case began. */
  readonly stratum: string;
  /** Whether it was resolved quickly and stayed so. */
  readonly isHit: boolean;
  /** Ids of its steps, each once. */
  readonly steps: readonly string[];
  /** Who served it; a step of one person alone is not compared. "ai" for software. */
  readonly servedBy: readonly string[];
};

/** A step after which more cases are resolved quickly and for good than without it. */
export type StepFinding = {
  readonly issue: string;
  readonly id: string;
  /** In the strata in which both occur. */
  readonly with: Proportion;
  readonly without: Proportion;
  readonly difference: StratifiedDifference;
  /** The probability that any of all compared steps looks as good by chance alone. */
  readonly chance: number;
  /** Positions of all cases with the step. */
  readonly places: readonly number[];
};

export type StepComparison = {
  /** The most certain first. */
  readonly findings: readonly StepFinding[];
  /** Steps compared, by issue. */
  readonly compared: ReadonlyMap<string, number>;
};

/** The fewest cases with and without a step, and of each in a stratum. */
export const casesMin = 10;
const stratumMin = 4;
/** The most steps of an issue: the most frequent. */
const stepsMost = 80;
const shuffles = 499;
/** A finding would occur by chance in one of a hundred workspaces where no step matters. */
const chanceMost = 0.01;

type Candidate = {
  readonly issue: string;
  readonly id: string;
  readonly places: readonly number[];
  /** Of its places, those in compared strata. */
  readonly counted: readonly number[];
  readonly inStrata: ReadonlySet<string>;
  /** Mean and standard deviation of its hits if they were dealt out at random within strata. */
  readonly mean: number;
  readonly deviation: number;
};

/**
 * Compares the share of hits with and without each step, within strata. All steps of all issues share one level: the
 * largest statistic of each shuffle of the hits within strata is what a step must exceed (Westfall and Young 1993).
 * @param below a source of random integers from 0 up to its argument
 */
export function compareSteps(
  cases: readonly ComparedCase[],
  below: (limit: number) => number,
): StepComparison {
  const strata = groupPlaces(cases, strataOf);
  const candidates = findCandidates(cases, strata);
  const compared = new Map<string, number>();
  for (const { issue } of candidates) compared.set(issue, (compared.get(issue) ?? 0) + 1);
  const hits = Uint8Array.from(cases, ({ isHit }) => Number(isHit));
  const largest = largestOfShuffles(candidates, hits, [...strata.values()], below);
  const findings = candidates.flatMap((candidate) => {
    const score = scoreOf(candidate, hits);
    const chance = (1 + largest.filter((each) => each >= score).length) / (1 + shuffles);
    const sums = sumsOf(cases, candidate, strata);
    const difference = stratifiedDifference(sums, stratumMin);
    if (chance > chanceMost || difference === null || difference.interval[0] <= 0) return [];
    const { issue, id, places } = candidate;
    const found: StepFinding = {
      ...{ issue, id, places, chance, difference },
      with: totalOf(sums.map(({ one }) => one)),
      without: totalOf(sums.map(({ other }) => other)),
    };
    return [{ found, score }];
  });
  return {
    findings: findings
      .sort((a, b) => b.score - a.score || a.found.id.localeCompare(b.found.id))
      .map(({ found }) => found),
    compared,
  };
}

function strataOf({ issue, stratum }: ComparedCase): readonly string[] {
  return [`${issue}\n${stratum}`];
}

function groupPlaces(
  cases: readonly ComparedCase[],
  keysOf: (each: ComparedCase) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  cases.forEach((each, place) => {
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [place]);
      else group.push(place);
    }
  });
  return groups;
}

/** Steps that enough cases took and enough did not, of more than one person. */
function findCandidates(
  cases: readonly ComparedCase[],
  strata: ReadonlyMap<string, readonly number[]>,
): readonly Candidate[] {
  const steps = groupPlaces(cases, ({ issue, steps: ids }) => ids.map((id) => `${issue}\n${id}`));
  const perIssue = new Map<string, number>();
  return [...steps]
    .filter(([, places]) => places.length >= casesMin && isOfSeveral(cases, places))
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .flatMap(([key, places]) => {
      const [issue = "", id = ""] = key.split("\n");
      const candidate = candidateOf(cases, strata, { issue, id, places });
      const count = perIssue.get(issue) ?? 0;
      if (candidate === null || count >= stepsMost) return [];
      perIssue.set(issue, count + 1);
      return [candidate];
    });
}

function isOfSeveral(cases: readonly ComparedCase[], places: readonly number[]): boolean {
  const people = new Set(places.flatMap((place) => cases[place]?.servedBy ?? []));
  return people.has("ai") || people.size > 1;
}

function candidateOf(
  cases: readonly ComparedCase[],
  strata: ReadonlyMap<string, readonly number[]>,
  step: Pick<Candidate, "issue" | "id" | "places">,
): Candidate | null {
  const byStratum = groupBy(step.places, (place) => stratumAt(cases, place));
  const inStrata = new Set<string>();
  let [mean, variance, withStep, without] = [0, 0, 0, 0];
  for (const [name, places] of byStratum) {
    const all = strata.get(name) ?? [];
    const [of, taken] = [all.length, places.length];
    if (taken < stratumMin || of - taken < stratumMin) continue;
    const hits = all.filter((place) => cases[place]?.isHit === true).length;
    inStrata.add(name);
    withStep += taken;
    without += of - taken;
    mean += (taken * hits) / of;
    variance += (taken * (of - taken) * hits * (of - hits)) / (of * of * (of - 1));
  }
  if (withStep < casesMin || without < casesMin || variance === 0) return null;
  const counted = step.places.filter((place) => inStrata.has(stratumAt(cases, place)));
  return { ...step, counted, inStrata, mean, deviation: Math.sqrt(variance) };
}

function stratumAt(cases: readonly ComparedCase[], place: number): string {
  const found = cases[place];
  return found === undefined ? "" : (strataOf(found)[0] ?? "");
}

function scoreOf({ counted, mean, deviation }: Candidate, hits: Uint8Array): number {
  let sum = 0;
  for (const place of counted) sum += hits[place] ?? 0;
  return (sum - mean) / deviation;
}

/** The largest score of any step in each shuffle of the hits within strata. */
function largestOfShuffles(
  candidates: readonly Candidate[],
  hits: Uint8Array,
  strata: readonly (readonly number[])[],
  below: (limit: number) => number,
): readonly number[] {
  if (candidates.length === 0) return [];
  const dealt = Uint8Array.from(hits);
  return Array.from({ length: shuffles }, () => {
    for (const places of strata) shuffle(dealt, places, below);
    return candidates.reduce((most, each) => Math.max(most, scoreOf(each, dealt)), -Infinity);
  });
}

function shuffle(values: Uint8Array, places: readonly number[], below: (limit: number) => number) {
  for (let at = places.length - 1; at > 0; at -= 1) {
    const [one = 0, other = 0] = [places[at], places[below(at + 1)]];
    [values[one], values[other]] = [values[other] ?? 0, values[one] ?? 0];
  }
}

function sumsOf(
  cases: readonly ComparedCase[],
  { places, inStrata }: Candidate,
  strata: ReadonlyMap<string, readonly number[]>,
) {
  const taken = new Set(places);
  return [...inStrata].map((name) => {
    const all = strata.get(name) ?? [];
    const sums = (isWith: boolean) => {
      const some = all.filter((place) => taken.has(place) === isWith);
      return hitSums(some.filter((place) => cases[place]?.isHit === true).length, some.length);
    };
    return { one: sums(true), other: sums(false) };
  });
}

function totalOf(sums: readonly { readonly count: number; readonly sum: number }[]): Proportion {
  return {
    hits: sums.reduce((total, { sum }) => total + sum, 0),
    of: sums.reduce((total, { count }) => total + count, 0),
  };
}
