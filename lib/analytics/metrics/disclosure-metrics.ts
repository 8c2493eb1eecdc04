import { usual, type MetricOf } from "./metric";

/** What became of the disclosures that a rule requires of a contact. */
export const disclosureMetrics: readonly MetricOf<"disclosures">[] = [
  {
    ...usual,
    counts: "disclosures",
    group: "quality",
    unit: "share",
    id: "disclosures_given",
    name: "Disclosures given",
    question:
      "Of the disclosures that a rule required in a contact, how many were given as it says?",
    direction: "higher-is-better",
    numerator: { words: "disclosures given", is: ({ status }) => status === "given" },
    denominator: {
      words: "disclosures required",
      is: ({ status }) => status !== "not_evaluable",
    },
    unknown: {
      words: "disclosures not evaluable",
      is: ({ status }) => status === "not_evaluable",
    },
    exclusions: "Rules that are off, and contacts that a rule is not for.",
    caution:
      "By the rules that are on, samples that are no legal advice; what they did not find was not reviewed.",
  },
];
