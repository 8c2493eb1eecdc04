import { isResolved } from "@/lib/domain/case/outcome";
import type { CaseValues } from "../facets/case-dimensions";
import { notYetMature } from "./maturity";
import { ofTime, usual, type MetricOf, type Predicate } from "./metric";
import { readBetween, readEach } from "./read-amounts";

const common = { ...usual, ...ofTime, counts: "cases" } as const;

const resolvedAndTimed: Predicate<CaseValues> = {
  words: "cases resolved with evidence that somebody closed",
  is: ({ outcome, closed, isTimed }) =>
    isResolved(outcome) === true && closed === "somebody" && isTimed,
};
const resolvedTooSoon: Predicate<CaseValues> = {
  words: "cases closed with evidence too recently",
  is: (values) =>
    notYetMature.is(values) &&
    values.isTimed &&
    values.closed === "somebody" &&
    (values.proof === "verified" || values.proof === "confirmed"),
};
const withoutTime =
  "What is not resolved has no time to resolution, nor has what fell quiet: read this beside case resolution.";
const isClosedForGood = ({ outcome, closed, isReopened, isTimed }: CaseValues) =>
  outcome !== "duplicate" && closed === "somebody" && !isReopened && isTimed;

/** How long a resolution takes. */
export const timeMetrics: readonly MetricOf<"cases">[] = [
  {
    ...common,
    id: "time_to_resolution",
    name: "Time to resolution",
    question: "How long from a case's opening until it was closed for good?",
    amount: {
      words: "time from opening to the last closing, nights and weekends included",
      of: ({ columns: { openedUs, closedUs } }) => readBetween(openedUs, closedUs),
    },
    denominator: resolvedAndTimed,
    waiting: resolvedTooSoon,
    exclusions: withoutTime,
  },
  {
    ...common,
    id: "time_to_resolution_business",
    name: "Time to resolution, business hours",
    question: "How long was that in the hours somebody was there?",
    amount: {
      words: "business hours, as in Settings, from opening to the last closing",
      of: ({ columns: { businessUs } }) => readEach((key) => businessUs[key] ?? NaN),
    },
    denominator: resolvedAndTimed,
    waiting: resolvedTooSoon,
    exclusions: withoutTime,
    caution: "A case that came and went outside them takes no time at all.",
  },
  {
    ...common,
    id: "requester_wait",
    name: "Time customers waited for us",
    question: "Of the time until a case was closed, how much was not spent waiting for others?",
    amount: {
      words: "time from opening to closing, nights and weekends included, less the clock’s pauses",
      of: ({ columns: { openedUs, closedUs, pausedUs } }) =>
        readEach((key) => (closedUs[key] ?? NaN) - (openedUs[key] ?? NaN) - (pausedUs[key] ?? 0)),
    },
    denominator: {
      words: "cases that somebody closed and nobody opened again",
      is: isClosedForGood,
    },
    exclusions: "Cases that fell quiet, and those opened again: they have no one closing.",
  },
  {
    ...common,
    id: "pending_time",
    name: "Time we waited for others",
    question: "Where a case’s clock was paused, for how long did it stand still?",
    amount: {
      words: "time the clock stood still between opening and closing, for whatever reason",
      of: ({ columns: { pausedUs } }) => readEach((key) => pausedUs[key] ?? NaN),
    },
    denominator: {
      words: "cases that somebody closed whose clock was paused",
      is: (values) => isClosedForGood(values) && values.isPaused,
    },
    exclusions: "Cases whose clock was never paused, and those not closed or opened again.",
    caution: "What exporters call a pause: waiting for the customer, a supplier, a part.",
  },
];
