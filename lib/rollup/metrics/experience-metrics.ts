import { isResolved } from "@/lib/domain/outcome";
import { mature, notYetMature } from "./maturity";
import type { MetricOf } from "./metric";

const common = {
  counts: "cases",
  restsOn: null,
  waiting: null,
  unknown: null,
  exclusions: null,
  caution: null,
  version: 1,
} as const;

/** How long a resolution takes. */
export const timeMetrics: readonly MetricOf<"cases">[] = [
  {
    ...common,
    id: "time_to_resolution",
    name: "Time to resolution",
    question: "How long from a case's opening until it was closed for good?",
    group: "time",
    unit: "microseconds",
    per: null,
    told: "median",
    direction: "lower-is-better",
    amount: {
      words: "time from opening to the last closing, nights and weekends included",
      of: ({ columns: { openedUs, closedUs } }, key) =>
        (closedUs[key] ?? NaN) - (openedUs[key] ?? NaN),
    },
    denominator: {
      words: "cases resolved with evidence",
      is: ({ outcome, isTimed }) => isResolved(outcome) === true && isTimed,
    },
    waiting: {
      words: "cases closed with evidence too recently",
      is: (standing) =>
        notYetMature.is(standing) &&
        standing.isTimed &&
        (standing.proof === "verified" || standing.proof === "confirmed"),
    },
    exclusions: "What is not resolved has no time to resolution: read this beside case resolution.",
  },
];

/** What customers say, and what it hides. */
export const experienceMetrics: readonly MetricOf<"cases">[] = [
  {
    ...common,
    id: "csat",
    name: "Satisfied customers",
    question: "Of the customers who rated a case, how many gave 4 or 5 of 5?",
    group: "experience",
    unit: "share",
    direction: "higher-is-better",
    numerator: { words: "cases rated 4 or 5", is: ({ rating }) => rating === "good" },
    denominator: {
      words: "cases with a rating",
      is: ({ outcome, rating }) => outcome !== "duplicate" && rating !== "none",
    },
    unknown: {
      words: "closed cases that nobody rated",
      is: ({ outcome, closed }) => outcome !== "duplicate" && closed !== "open",
    },
    caution: "Few answer, and mostly the very pleased and the very cross. Read the response rate.",
  },
  {
    ...common,
    id: "csat_response_rate",
    name: "Ratings given",
    question: "How many of the closed cases have a customer's rating at all?",
    group: "experience",
    unit: "share",
    direction: "neither",
    numerator: { words: "cases with a rating", is: ({ rating }) => rating !== "none" },
    denominator: {
      words: "cases that were closed or rated",
      is: ({ outcome, closed, rating }) =>
        outcome !== "duplicate" && (closed !== "open" || rating !== "none"),
    },
  },
  {
    ...common,
    id: "hidden_failure_rate",
    name: "Rated well, not resolved",
    question: "How many customers were pleased with a contact while their case was left open?",
    group: "experience",
    unit: "share",
    direction: "lower-is-better",
    numerator: {
      words: "cases rated 4 or 5 that were neither resolved nor likely so",
      is: ({ outcome, rating }) =>
        rating === "good" && isResolved(outcome) === false && outcome !== "closed_likely",
    },
    denominator: {
      words: "cases with a rating, old enough to judge",
      is: (standing) => mature.is(standing) && standing.rating !== "none",
    },
    waiting: {
      words: "cases with a rating, not old enough to judge",
      is: (standing) => notYetMature.is(standing) && standing.rating !== "none",
    },
  },
];
