import { isNeither } from "@/lib/domain/case/outcome";
import type { RatingValues } from "../facets/case-dimensions";
import { mature, notYetMature } from "./maturity";
import { usual, type MetricOf } from "./metric";

const common = {
  ...usual,
  counts: "ratings",
} as const;

const isHeard = ({ last, rating }: RatingValues) => last !== "unscored" || rating !== "none";

const predicted = {
  restsOn: {
    evaluator: "conversation_resolution",
    decides: {
      whyNot: "three evaluators decide together, and errors are counted of each alone",
    },
    scores: [
      { evaluator: "conversation_resolution", of: "last" },
      { evaluator: "customer_sentiment", of: "last" },
      { evaluator: "tone", of: "last" },
    ],
  },
  group: "experience",
  unit: "share",
  version: 2,
} as const;

/** What customers say, and what it hides. */
export const experienceMetrics: readonly MetricOf<"ratings">[] = [
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
      words: "cases that ended and that nobody rated",
      is: ({ outcome, closed }) => outcome !== "duplicate" && closed !== "open",
    },
    caution: "Few answer, and mostly the very pleased and the very cross. Read the response rate.",
  },
  {
    ...common,
    id: "csat_response_rate",
    name: "Ratings given",
    question: "How many of the cases that ended have a customer's rating at all?",
    group: "experience",
    unit: "share",
    direction: "neither",
    numerator: { words: "cases with a rating", is: ({ rating }) => rating !== "none" },
    denominator: {
      words: "cases that ended or were rated",
      is: ({ outcome, closed, rating }) =>
        outcome !== "duplicate" && (closed !== "open" || rating !== "none"),
    },
  },
  {
    ...common,
    id: "hidden_failure_rate",
    needsEnds: true,
    name: "Hidden failures",
    question:
      "How many cases looked fine at their last contact, or were rated well, yet were neither resolved nor likely to be?",
    group: "experience",
    unit: "share",
    direction: "lower-is-better",
    numerator: {
      words: "cases that looked fine or were rated 4 or 5, neither resolved nor likely to be",
      is: ({ outcome, rating, last }) =>
        (rating === "good" || last === "fine") && isNeither(outcome),
    },
    denominator: {
      words: "cases whose last contact was scored or which were rated, old enough to judge",
      is: (values) => mature.is(values) && isHeard(values),
    },
    waiting: {
      words: "such cases not old enough to judge",
      is: (values) => notYetMature.is(values) && isHeard(values),
    },
    restsOn: {
      evaluator: "conversation_resolution",
      decides: { whyNot: "what looked fine is counted, whether it was or not" },
      scores: [{ evaluator: "conversation_resolution", of: "last" }],
    },
    version: 2,
  },
  {
    ...common,
    ...predicted,
    id: "predicted_experience",
    name: "Predicted satisfaction",
    question: "By its last contact, how many customers should be satisfied, asked or not?",
    direction: "higher-is-better",
    numerator: {
      words:
        "cases whose last contact looks resolved, with no sign of frustration and no impolite AI agent",
      is: ({ prediction }) => prediction === "good",
    },
    denominator: {
      words: "cases whose last contact could be judged",
      is: ({ outcome, prediction }) => outcome !== "duplicate" && prediction !== "unknown",
    },
    unknown: {
      words: "cases whose last contact could not be judged",
      is: ({ outcome, contacts }) => outcome !== "duplicate" && contacts !== "none",
    },
    caution:
      "Inferred, never asked: contact resolved 0.5 or more, customer frustrated under 0.5, an AI agent polite 0.35 or more. Read how often it agrees with ratings. No measure of an agent.",
  },
  {
    ...common,
    ...predicted,
    id: "predicted_experience_agreement",
    name: "Predicted as rated",
    question: "Where customers did rate, how often was their rating as predicted?",
    direction: "higher-is-better",
    numerator: {
      words: "rated cases with the rating predicted: 4 or 5, or less",
      is: ({ prediction, rating }) => prediction === rating,
    },
    denominator: {
      words: "rated cases with a prediction",
      is: ({ outcome, prediction, rating }) =>
        outcome !== "duplicate" && prediction !== "unknown" && rating !== "none",
    },
    caution:
      "To say “satisfied” of everybody is right as often as customers are satisfied: it should be above that. Those who do not rate may agree less.",
  },
];
