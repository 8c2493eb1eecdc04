import { isOutcomeUnknown, isResolved } from "@/lib/domain/case/outcome";
import type { CaseTable } from "../case-table/case-table";
import type { RecordValues } from "../facets/case-dimensions";
import { ofTime, usual, type MetricOf, type Predicate } from "./metric";
import { readEach } from "./read-amounts";

const common = { ...usual, counts: "records" } as const;

type Known = "hasTokens" | "hasModelCost" | "hasFirstToken";

/** Of cases that AI took part in, those whose spans state an amount, and the others. */
function statedCases(known: Known, what: string) {
  const isCounted = ({ outcome }: RecordValues) => outcome !== "duplicate";
  const isOfAi = ({ agents }: RecordValues) => agents === "ai" || agents === "both";
  return {
    denominator: {
      words: `cases whose traces state ${what}`,
      is: (values: RecordValues) => isCounted(values) && values[known],
    },
    unknown: {
      words: `cases served by AI whose traces do not state ${what}`,
      is: (values: RecordValues) => isCounted(values) && isOfAi(values) && !values[known],
    },
  };
}

/** The same of cases that are old enough to judge. */
function judgedCases(known: Known, what: string) {
  const { denominator, unknown } = statedCases(known, what);
  const isJudged = ({ outcome }: RecordValues) => isResolved(outcome) !== null;
  return {
    denominator: {
      words: `${denominator.words} and that are old enough to judge`,
      is: (values: RecordValues) => isJudged(values) && denominator.is(values),
    },
    waiting: {
      words: `${denominator.words} and that are not old enough to judge`,
      is: (values: RecordValues) => values.outcome === "in_progress" && denominator.is(values),
    },
    unknown: {
      words: `${unknown.words}, and cases of unknown outcome`,
      is: (values: RecordValues) =>
        unknown.is(values) || (isOutcomeUnknown(values.outcome) && denominator.is(values)),
    },
  };
}

const resolved: Predicate<RecordValues> = {
  words: "cases resolved with evidence",
  is: ({ outcome }) => isResolved(outcome) === true,
};

const tokens = {
  words: "input and output tokens of all model calls, as their spans state them",
  of: ({ columns }: CaseTable) => readEach((key) => columns.tokens[key] ?? NaN),
};
const cost = {
  words: "US dollars that the spans of model calls state",
  of: ({ columns }: CaseTable) => readEach((key) => columns.modelCostUsd[key] ?? NaN),
};

const ofAmounts = {
  ...common,
  group: "cost",
  average: "mean",
  direction: "lower-is-better",
  expected: null,
} as const;
const priceOfTracer =
  "As the instrumentation priced them; a model it has no price for is missing from the sum.";

const ofModelTime = {
  ...common,
  ...ofTime,
  denominator: {
    words: "cases with a model call that took time",
    is: ({ outcome, hasModelTime }: RecordValues) => outcome !== "duplicate" && hasModelTime,
  },
} as const;

/** What the models of cases used, cost and took. */
export const usageMetrics: readonly MetricOf<"records">[] = [
  {
    ...ofAmounts,
    ...statedCases("hasTokens", "tokens"),
    id: "tokens_per_case",
    name: "Tokens per case",
    question: "How many tokens do a case’s model calls take?",
    unit: "tokens",
    amount: tokens,
    per: null,
    caution: "A long conversation is sent again with each call, and counts each time.",
  },
  {
    ...ofAmounts,
    ...judgedCases("hasTokens", "tokens"),
    id: "tokens_per_resolution",
    name: "Tokens per resolution",
    question: "How many tokens does a resolved case take, including those spent on the unresolved?",
    needsEnds: true,
    unit: "tokens",
    amount: tokens,
    per: resolved,
  },
  {
    ...ofAmounts,
    ...statedCases("hasModelCost", "a cost"),
    id: "model_cost_per_case",
    name: "Model cost per case",
    question: "What do a case’s model calls cost?",
    unit: "dollars",
    amount: cost,
    per: null,
    caution: priceOfTracer,
  },
  {
    ...ofAmounts,
    ...judgedCases("hasModelCost", "a cost"),
    id: "model_cost_per_resolution",
    name: "Model cost per resolution",
    question: "What do the models cost for a resolved case, including what the unresolved cost?",
    needsEnds: true,
    unit: "dollars",
    amount: cost,
    per: resolved,
    caution: priceOfTracer,
  },
  {
    ...ofModelTime,
    id: "model_call_time",
    name: "Time per model call",
    question: "How long do a case’s model calls take, each?",
    amount: {
      words: "the time of all its model calls, from start to end, by their number",
      of: ({ columns }: CaseTable) => readEach((key) => columns.meanCallUs[key] ?? NaN),
    },
  },
  {
    ...common,
    ...ofTime,
    ...statedCases("hasFirstToken", "when the first token came"),
    id: "first_token_time",
    name: "Time to first token",
    question: "How long after a model call begins does its first token come?",
    amount: {
      words: "the median over the case’s model calls that state it",
      of: ({ columns }: CaseTable) => readEach((key) => columns.firstTokenUs[key] ?? NaN),
    },
  },
  {
    ...ofModelTime,
    id: "slowest_answer",
    name: "Slowest model call of a case",
    question: "How long did the slowest of a case’s model calls take?",
    amount: {
      words: "the longest time from the start of a model call to its end",
      of: ({ columns }: CaseTable) => readEach((key) => columns.slowestCallUs[key] ?? NaN),
    },
    exclusions: "Model calls whose spans begin and end at one instant.",
  },
];
