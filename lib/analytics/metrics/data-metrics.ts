import type { RecordValues } from "../facets/case-dimensions";
import { usual, type MetricOf } from "./metric";

const isCounted = ({ outcome }: RecordValues) => outcome !== "duplicate";

const common = {
  ...usual,
  counts: "records",
  group: "data",
  unit: "share",
  direction: "higher-is-better",
  denominator: { words: "cases that were not merged into others", is: isCounted },
} as const;

const isSaid = ({ closed, isReopened }: RecordValues) => closed === "somebody" || isReopened;

const ofValues = {
  evaluator: "pii",
  decides: { whyNot: "they are counted by character, and a case has many" },
};

const ofReadable = {
  ...common,
  direction: "lower-is-better",
  restsOn: ofValues,
  denominator: {
    words: "cases that could be checked",
    is: ({ outcome, pii }: RecordValues) => outcome !== "duplicate" && pii !== "unread",
  },
  unknown: { words: "cases that could not be checked in full", is: isCounted },
} as const;

/** How much of what the figures need has arrived, and what should not have. */
export const dataMetrics: readonly MetricOf<"records">[] = [
  {
    ...common,
    id: "data_completeness",
    name: "Cases with complete data",
    question: "For how many cases do we know the words, the customer, the type and who answered?",
    numerator: {
      words: "cases with words, a customer, a type or an intent, and known agents",
      is: ({ hasWords, hasCustomer, hasKind, agents }) =>
        hasWords && hasCustomer && hasKind && agents !== "unknown",
    },
    caution: "What is missing is in no figure that needs it; the four below say which it is.",
  },
  {
    ...common,
    id: "cases_with_words",
    name: "Cases with words",
    question: "For how many cases did we receive anything a customer or an agent said?",
    numerator: { words: "cases with words", is: ({ hasWords }) => hasWords },
  },
  {
    ...common,
    id: "cases_with_customer",
    name: "Cases linked to a customer",
    question: "For how many cases do we know the customer, so that a return can be seen?",
    numerator: { words: "cases of known customers", is: ({ hasCustomer }) => hasCustomer },
  },
  {
    ...common,
    id: "cases_with_kind",
    name: "Cases of a known type",
    question: "For how many cases do we know the type or the intent, stated or inferred?",
    numerator: { words: "cases with a type or an intent", is: ({ hasKind }) => hasKind },
  },
  {
    ...common,
    id: "closures_said",
    name: "Explicit closings",
    question: "Of the cases that ended, how many were explicitly closed?",
    numerator: { words: "cases an event or a record closed", is: isSaid },
    denominator: {
      words: "cases that were closed or fell quiet",
      is: (values) => isCounted(values) && (isSaid(values) || values.closed === "silence"),
    },
    exclusions: "Cases in progress.",
  },
  {
    ...common,
    id: "pii_redaction_coverage",
    restsOn: ofValues,
    name: "Personal data redacted at the source",
    question: "Where personal data occurred, had whoever sent the trace redacted all of it?",
    numerator: {
      words: "cases whose personal values were all redacted before they reached us",
      is: ({ pii }) => pii === "redacted",
    },
    denominator: {
      words: "cases with a personal value",
      is: ({ outcome, pii }) => outcome !== "duplicate" && pii !== "none" && pii !== "unread",
    },
    unknown: {
      words: "cases that could not be checked in full",
      is: ({ outcome, pii }) => outcome !== "duplicate" && pii === "unread",
    },
    exclusions: "Cases in which no personal value was found.",
    caution: "What is not redacted there is masked here before it is stored.",
  },
  {
    ...ofReadable,
    id: "pii_leaks",
    name: "Personal data arrived readable",
    question: "In how many cases did a personal value reach us readable?",
    numerator: {
      words: "cases with a readable personal value",
      is: ({ pii }) => pii === "leaked" || pii === "critical",
    },
  },
  {
    ...ofReadable,
    id: "pii_critical_leaks",
    name: "Cards, secrets and social security numbers readable",
    question: "In how many cases did a value arrive readable that may not even be stored masked?",
    numerator: {
      words: "cases with a readable card number, social security number or secret",
      is: ({ pii }) => pii === "critical",
    },
  },
];
