import { isResolved } from "@/lib/domain/case/outcome";
import type { CaseValues, RatingValues } from "../facets/case-dimensions";
import { mature, notYetMature, ofMature, outcomeUnknown } from "./maturity";
import type { MetricOf } from "./metric";

const common = { ...ofMature, unit: "share", group: "resolution" } as const;

const isProven = ({ proof }: CaseValues) => proof === "verified" || proof === "confirmed";
const isClosed = ({ closed }: CaseValues) => closed !== "open";

/** A negative score is unproven where somebody closed the case, and "never closed" where it fell quiet. */
const isJudged = ({ outcome, closed, last }: RatingValues) =>
  outcome === "closed_likely" ||
  (last === "failed" &&
    (outcome === "closed_unproven" || (outcome === "unresolved" && closed !== "open")));

/** Of cases that somebody closed, or that fell quiet. */
const ofClosed = {
  denominator: {
    words: "cases that were closed or fell quiet, long enough ago",
    is: (values: CaseValues) => mature.is(values) && (isClosed(values) || values.isReopened),
  },
  waiting: {
    words: "cases that were closed or fell quiet too recently",
    is: (values: CaseValues) => notYetMature.is(values) && isClosed(values),
  },
  unknown: null,
} as const;

const headline: MetricOf<"cases"> = {
  ...common,
  id: "case_resolution_rate",
  needsEnds: true,
  name: "Case resolution",
  question: "Of the cases we can judge, how many were resolved with evidence, over all channels?",
  direction: "higher-is-better",
  numerator: {
    words: "cases resolved with evidence",
    is: ({ outcome }) => isResolved(outcome) === true,
  },
  caution: "A case closed without evidence counts as not resolved, and so does one nobody closed.",
};

const likely: MetricOf<"ratings"> = {
  ...common,
  counts: "ratings",
  id: "likely_resolution_share",
  needsEnds: true,
  restsOn: {
    evaluator: "conversation_resolution",
    decides: {
      words: "cases that ended without evidence and whose last contact has a score",
      is: isJudged,
    },
    scores: [{ evaluator: "conversation_resolution", of: "last" }],
  },
  name: "Likely resolved",
  question: "How many more were probably resolved, going by an evaluator alone?",
  direction: "neither",
  numerator: {
    words: "cases that an evaluator takes for resolved, without evidence",
    is: ({ outcome }) => outcome === "closed_likely",
  },
  caution: "It stands beside case resolution and is never added to it.",
};

/** How much any figure of outcomes can rest on. */
const endKnown: MetricOf<"ratings"> = {
  ...common,
  counts: "ratings",
  id: "end_known_share",
  name: "Cases whose end is known",
  question:
    "Of how many cases does anything show how they ended: a closing event or code, a rating, the customer's own word, a result?",
  group: "data",
  direction: "neither",
  numerator: {
    words: "cases with something that shows how they ended",
    is: ({ outcome, closed, rating }) =>
      closed === "somebody" || rating !== "none" || isResolved(outcome) === true,
  },
  caution: "Where it is low, case resolution says more about the traces than about the cases.",
};

const others: readonly MetricOf<"cases">[] = [
  {
    ...common,
    id: "unproven_closure_share",
    needsEnds: true,
    name: "Closed, unproven",
    question: "How many were closed with nothing to show that the customer was helped?",
    direction: "lower-is-better",
    numerator: {
      words: "cases closed by somebody without evidence",
      is: ({ outcome }) => outcome === "closed_unproven",
    },
  },
  {
    ...common,
    id: "unresolved_share",
    needsEnds: true,
    name: "Never closed",
    question: "How many did nobody close: left open, refused or given up?",
    direction: "lower-is-better",
    numerator: {
      words: "cases that nobody closed and whose last words leave them open or speak against it",
      is: ({ outcome }) => outcome === "unresolved",
    },
  },
  {
    ...common,
    id: "fell_quiet_share",
    name: "Fell quiet, outcome not known",
    question: "How many went quiet with nothing to show whether the customer was helped?",
    direction: "lower-is-better",
    numerator: {
      words: "cases that fell quiet with no sign for or against a resolution",
      is: ({ outcome }) => outcome === "fell_quiet",
    },
  },
  {
    ...common,
    id: "durable_resolution_rate",
    name: "Resolutions that held",
    question: "When we could prove that a case was resolved, did it stay resolved?",
    direction: "higher-is-better",
    numerator: {
      words: "cases resolved with evidence that did not come back",
      is: ({ outcome }) => isResolved(outcome) === true,
    },
    denominator: {
      words: "cases that ended with evidence, long enough ago",
      is: (values) => mature.is(values) && isClosed(values) && isProven(values),
    },
    waiting: {
      words: "cases that ended with evidence too recently",
      is: (values) => notYetMature.is(values) && isClosed(values) && isProven(values),
    },
    unknown: null,
  },
  {
    ...common,
    id: "reopen_rate",
    name: "Reopened",
    question: "How many cases that had ended had to be opened again?",
    direction: "lower-is-better",
    numerator: { words: "cases opened again", is: ({ isReopened }) => isReopened },
    ...ofClosed,
    caution: "A case counts once, however often it was opened again.",
  },
  {
    ...common,
    id: "first_time_solve",
    needsEnds: true,
    name: "Ended once and for all",
    question: "How many cases that had ended never had to be opened again?",
    direction: "higher-is-better",
    numerator: { words: "cases never opened again", is: ({ isReopened }) => !isReopened },
    ...ofClosed,
    caution:
      "All that is not reopened, with evidence or without: a customer who gave up does not reopen a case.",
  },
  {
    ...common,
    id: "repeat_contact_rate",
    version: 2,
    name: "Customer came back",
    question: "How often does a customer open another case about the same issue soon after?",
    direction: "lower-is-better",
    numerator: {
      words: "cases whose customer came back about the same issue",
      is: ({ isRepeated }) => isRepeated,
    },
    denominator: {
      words: "cases of known customers, old enough to judge",
      is: (values) => mature.is(values) && values.hasCustomer && values.isOldEnough,
    },
    waiting: {
      words: "cases not old enough to judge, whether or not the customer is back already",
      is: (values) => notYetMature.is(values) || (mature.is(values) && !values.isOldEnough),
    },
    unknown: {
      words: "cases whose customer or outcome is not known",
      is: (values) => mature.is(values) || outcomeUnknown.is(values),
    },
    exclusions: "More contact inside the same case is counted as contacts per case.",
    caution:
      "The outcome “Came back” has more cases: it counts those opened again too, and those too recent to judge.",
  },
  {
    ...common,
    id: "one_contact_resolution",
    needsEnds: true,
    name: "Resolved in one contact",
    question: "How many cases were resolved in a single contact, counting every channel?",
    direction: "higher-is-better",
    numerator: {
      words: "cases resolved with evidence in one contact",
      is: ({ outcome, contacts }) => isResolved(outcome) === true && contacts === "one",
    },
    caution:
      "First-contact figures of one channel are higher: they do not see what follows on another.",
  },
];

/** Whether cases are really resolved, and stay so. */
export const resolutionMetrics: readonly MetricOf<"cases" | "ratings">[] = [
  headline,
  likely,
  endKnown,
  ...others,
];
