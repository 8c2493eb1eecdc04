import { usual, type MetricOf } from "./metric";

/** How personal values arrived: redacted by their sender, or readable. */
export const piiMetrics: readonly MetricOf<"pii">[] = [
  {
    ...usual,
    counts: "pii",
    group: "data",
    unit: "share",
    id: "pii_values_redacted",
    name: "Personal values redacted by the sender",
    question: "Of the personal values that were found, how many had the sender redacted?",
    direction: "higher-is-better",
    restsOn: {
      evaluator: "pii",
      decides: { whyNot: "a value that was not found is counted nowhere" },
    },
    numerator: {
      words: "personal values redacted by the sender",
      is: ({ isLeaked }) => !isLeaked,
    },
    denominator: { words: "personal values found", is: () => true },
    caution:
      "Each value counts once for each kind of place in its case. What the detector did not find is in no figure.",
  },
];
