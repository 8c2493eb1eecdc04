import type { PromiseValues } from "../case-table/promise-table";
import { usual, type MetricOf } from "./metric";

const common = {
  ...usual,
  counts: "promises",
  restsOn: {
    evaluator: "promises",
    decides: { whyNot: "a promise that it does not find is in neither number" },
  },
  group: "promises",
  unit: "share",
} as const;

const isHeard = ({ reception }: PromiseValues) =>
  reception === "known" || reception === "denied" || reception === "ignored";

/** What agents said would be done, and whether it was. */
export const promiseMetrics: readonly MetricOf<"promises">[] = [
  {
    ...common,
    id: "promise_kept_rate",
    name: "Promises kept",
    question: "Of the promises of which one knows, how many were kept?",
    direction: "higher-is-better",
    numerator: { words: "promises kept", is: ({ state }) => state === "kept" },
    denominator: {
      words: "promises kept, broken or overdue",
      is: ({ state }) => state === "kept" || state === "broken" || state === "overdue",
    },
    waiting: {
      words: "promises not due yet or without a date",
      is: ({ state }) => state === "open",
    },
    unknown: {
      words: "promises of which nothing shows what became",
      is: ({ state }) => state === "unknown",
    },
    exclusions: "A promise without a date waits until something shows what became of it.",
  },
  {
    ...common,
    id: "promise_lost_at_switch",
    name: "Promises lost on the way",
    question: "When a promise comes up in a later contact, does whoever answers know of it?",
    direction: "lower-is-better",
    numerator: {
      words: "promises denied or not taken up by the next agent",
      is: ({ reception }) => reception === "denied" || reception === "ignored",
    },
    denominator: { words: "promises that came up in a later contact", is: isHeard },
    unknown: {
      words: "promises that nobody mentioned in any later contact",
      is: ({ reception }) => reception === "not-mentioned",
    },
    exclusions: "Promises after which no contact followed.",
  },
];
