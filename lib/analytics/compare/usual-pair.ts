import { templateOf } from "../facets/case-facets";
import type { ArmOption } from "./arm-options";
import { fewCases, leastCases } from "./strata-of";

/** Two versions by name: the earlier first, by its name where both ran in parallel, else by its first case. */
export type ArmPair = readonly [a: string, b: string];

/** By two versions: the most mature cases that both have of any one kind of case. */
export type SharedKinds = (one: string, other: string) => number;

/** The least cases of either for a comparison. */
const casesMin = 20;
/** The least overlap of versions in parallel, as a share of the shorter one's time. */
const sharedTimeMin = 0.5;
/** How many versions are considered for the default, those with the most cases. */
export const consideredMax = 60;

type Candidate = { readonly one: ArmOption; readonly other: ArmOption; readonly isBeside: boolean };

/**
 * The default pair, of one template: those that ran in parallel, else the latest of which some kind of case has enough
 * of both, else of which it has a few. Where no two can be compared: two of one template, else the two with the most
 * cases.
 */
export function usualPair(options: readonly ArmOption[], sharedOf: SharedKinds): ArmPair | null {
  const candidates = candidatesOf(options);
  const ofOne = candidates.filter(isOfOneTemplate);
  const isShared = (least: number) => (each: Candidate) =>
    sharedOf(each.one.name, each.other.name) >= least;
  const latest = ofOne.toSorted(
    (left, right) => newerOf(right) - newerOf(left) || olderOf(right) - olderOf(left),
  );
  const found =
    ofOne.filter(isBesideEnough).find(isShared(fewCases)) ??
    latest.find(isShared(leastCases)) ??
    latest.find(isShared(fewCases)) ??
    ofOne[0] ??
    candidates[0];
  return found === undefined ? null : inOrder(found);
}

/** When the later version of two began; below, the earlier one. */
function newerOf({ one, other }: Two): number {
  return Math.max(one.firstUs, other.firstUs);
}

function olderOf({ one, other }: Two): number {
  return Math.min(one.firstUs, other.firstUs);
}

function isBesideEnough(each: Candidate): boolean {
  return each.isBeside && fewerOf(each) >= casesMin;
}

/** All pairs, those whose smaller version has the most cases first. */
function candidatesOf(options: readonly ArmOption[]): readonly Candidate[] {
  const considered = options.slice(0, consideredMax);
  return considered
    .flatMap((one, at) =>
      considered.slice(at + 1).map((other) => {
        const pair = { one, other };
        return { ...pair, isBeside: isOfOneTemplate(pair) && isTogether(one, other) };
      }),
    )
    .sort((left, right) => fewerOf(right) - fewerOf(left));
}

type Two = Pick<Candidate, "one" | "other">;

function fewerOf({ one, other }: Two): number {
  return Math.min(one.cases, other.cases);
}

function isOfOneTemplate({ one, other }: Two): boolean {
  return templateOf(one.name) === templateOf(other.name);
}

function isTogether(one: ArmOption, other: ArmOption): boolean {
  const shared = Math.min(one.lastUs, other.lastUs) - Math.max(one.firstUs, other.firstUs);
  const shorter = Math.min(one.lastUs - one.firstUs, other.lastUs - other.firstUs);
  return shorter > 0 && shared >= shorter * sharedTimeMin;
}

function inOrder({ one, other, isBeside }: Candidate): ArmPair {
  const byTime = isBeside ? 0 : one.firstUs - other.firstUs;
  const isFirst = (byTime || compareNames(one.name, other.name)) < 0;
  return isFirst ? [one.name, other.name] : [other.name, one.name];
}

/** "v9" before "v10". */
function compareNames(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
