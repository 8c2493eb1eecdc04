import { isOutcomeUnknown, isResolved } from "@/lib/domain/case/outcome";
import { usual, type OutcomePredicate } from "./metric";

/** Cases of the headline's denominator: old enough to judge, neither duplicates nor of unknown outcome. */
export const mature: OutcomePredicate = {
  words: "cases old enough to judge",
  is: ({ outcome }) => isResolved(outcome) !== null,
};

/** Closed for less than the durability window, or open for less than their type's horizon. */
export const notYetMature: OutcomePredicate = {
  words: "cases not old enough to judge",
  is: ({ outcome }) => outcome === "in_progress",
};

/** Nobody said that they were closed, and there is no transcript, or they were passed on and not seen again. */
export const outcomeUnknown: OutcomePredicate = {
  words: "cases of unknown outcome",
  is: ({ outcome }) => isOutcomeUnknown(outcome),
};

/** Defaults of a metric of mature cases. */
export const ofMature = {
  ...usual,
  counts: "cases",
  denominator: mature,
  waiting: notYetMature,
  unknown: outcomeUnknown,
} as const;
