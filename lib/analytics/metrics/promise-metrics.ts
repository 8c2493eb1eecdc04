import type { PromiseValues } from "../case-table/promise-table";
import { isDecided } from "@/lib/domain/case/case-promise";
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
    question: "Of the promises that are due and can be checked, how many were kept on time?",
    direction: "higher-is-better",
    numerator: { words: "promises kept on time", is: ({ state }) => state === "kept" },
    denominator: {
      words: "promises kept, late, broken or overdue",
      is: ({ state }) => isDecided[state],
    },
    waiting: {
      words: "promises not due yet or without a date",
      is: ({ state }) => state === "open",
    },
    unknown: {
      words: "promises that cannot be checked",
      is: ({ state }) => state === "unknown",
    },
    exclusions:
      "A promise without a date waits until something shows what became of it. What would show in no trace, such as a bank's refund, cannot be checked once it is due.",
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
