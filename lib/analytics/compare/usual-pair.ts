import { templateOf } from "../facets/case-facets";
import type { ArmOption } from "./arm-options";
import { fewCases, leastCases } from "./strata-of";

/** Two versions by name: the earlier one first, by its name where both ran at once, else by its first case. */
export type ArmPair = readonly [a: string, b: string];

/** Of two versions by name: the most cases, old enough to judge, that both have of any one kind of case. */
export type SharedKinds = (one: string, other: string) => number;

/** Fewer cases of either compare nothing. */
const casesMin = 20;
/** Two versions of which one follows the other meet for a few days only. */
const sharedTimeMin = 0.5;
/** Versions with fewer cases than so many others are nobody's to begin with. */
export const consideredMax = 60;

type Candidate = { readonly one: ArmOption; readonly other: ArmOption; readonly isBeside: boolean };

/**
 * The two versions of one template that ran side by side on the most cases.
 * @returns null where no two did on twenty cases each
 */
export function pairBeside(options: readonly ArmOption[]): ArmPair | null {
  const most = candidatesOf(options).find(isBesideEnough);
  return most === undefined ? null : inOrder(most);
}

/**
 * Two to begin with, of one template: those that ran side by side, else the latest of which some kind of
 * case has enough of both, else of which it has a few. Where no two can be compared: two of one template,
 * else the two with the most cases.
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

/** When the version of two was first heard that came later, and when the other one. */
function newerOf({ one, other }: Two): number {
  return Math.max(one.firstUs, other.firstUs);
}

function olderOf({ one, other }: Two): number {
  return Math.min(one.firstUs, other.firstUs);
}

function isBesideEnough(each: Candidate): boolean {
  return each.isBeside && fewerOf(each) >= casesMin;
}

/** The most cases of the version that has fewer first. */
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
