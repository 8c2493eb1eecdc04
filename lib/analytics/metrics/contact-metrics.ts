import type { CaseTable } from "../case-table/case-table";
import type { CaseValues, ServiceValues } from "../facets/case-dimensions";
import { mature, ofMature, outcomeUnknown } from "./maturity";
import { ofEach, type MetricOf } from "./metric";
import { readCounts, type ReadAmounts } from "./read-amounts";
import { usualContacts } from "./usual-contacts";

const common = { ...ofMature, group: "contacts" } as const;

/** A case that only a record tells of was in touch in a way that nobody recorded. */
const withContact = {
  words: "cases with any contact, old enough to judge",
  is: (values: CaseValues) => mature.is(values) && values.contacts !== "none",
} as const;

const ofKnownAgents = {
  ...common,
  denominator: {
    words: "cases old enough to judge of which we know who answered",
    is: (values: ServiceValues) => mature.is(values) && values.agents !== "unknown",
  },
  unknown: {
    words: "cases of which we don’t know who answered",
    is: (values: ServiceValues) => mature.is(values) || outcomeUnknown.is(values),
  },
} as const;

function touchpointsOf({ columns: { touchpoints } }: CaseTable): ReadAmounts {
  return readCounts(touchpoints);
}

/** How many contacts per case takes, with whom, and whether each knows what was said before. */
export const contactMetrics: readonly MetricOf<"cases" | "services">[] = [
  {
    ...common,
    counts: "cases",
    id: "touchpoints_per_case",
    version: 2,
    name: "Contacts per case",
    question: "How often must a customer be in touch about one issue?",
    ...ofEach,
    denominator: withContact,
    unit: "contacts",
    average: "mean",
    direction: "lower-is-better",
    amount: {
      words: "contacts on any channel in which the customer took part",
      of: touchpointsOf,
    },
    caution: "Not adjusted for the kinds of case: hard ones take more contacts wherever they land.",
  },
  {
    ...common,
    counts: "cases",
    id: "touchpoints_adjusted",
    version: 2,
    name: "Contacts per case, adjusted for the kinds of case",
    question: "Does it take more contacts than the mix of case types explains?",
    denominator: withContact,
    unit: "contacts",
    per: null,
    average: "mean",
    direction: "lower-is-better",
    amount: {
      words: "contacts on any channel in which the customer took part",
      of: touchpointsOf,
    },
    expected: {
      words:
        "what cases of its kind took in the first 90 days of the data, times what all took then",
      of: usualContacts,
    },
    caution:
      "For one list of cases against those first days. Two adjusted figures are not to be compared: their cases differ in kind.",
  },
  {
    ...common,
    counts: "cases",
    id: "several_channels_rate",
    name: "More than one channel",
    question: "How many cases move between channels?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "cases on more than one channel",
      is: ({ channels }) => channels === "several",
    },
    denominator: withContact,
  },
  {
    ...common,
    counts: "services",
    id: "repeat_information_case_rate",
    restsOn: {
      evaluator: "repeat_information",
      decides: { whyNot: "a case counts by any of its handoffs, and errors are counted of each" },
      scores: [{ evaluator: "repeat_information", of: "worst" }],
    },
    name: "Were asked again",
    question:
      "When a case goes on with another contact, is the customer asked for what they had given?",
    unit: "share",
    direction: "lower-is-better",
    numerator: {
      words: "cases in which the customer was asked again",
      is: ({ repetition }) => repetition === "some",
    },
    denominator: {
      words: "cases with a later contact that can be judged",
      is: ({ outcome, repetition }) => outcome !== "duplicate" && repetition !== "unknown",
    },
    waiting: null,
    unknown: {
      words: "cases with a later contact that can’t be judged",
      is: ({ outcome, contacts }) => outcome !== "duplicate" && contacts === "several",
    },
    exclusions: "Cases with one contact have nothing to repeat.",
    version: 3,
  },
  {
    ...ofKnownAgents,
    counts: "services",
    id: "ai_only_rate",
    name: "Handled by AI alone",
    question: "How many cases never reached a person?",
    unit: "share",
    direction: "neither",
    numerator: { words: "cases handled by AI alone", is: ({ agents }) => agents === "ai" },
    caution: "Contained is not resolved: read it beside case resolution, filtered by AI only.",
  },
  {
    ...common,
    counts: "services",
    id: "false_containment_rate",
    version: 2,
    name: "Came back after AI alone",
    question: "When AI alone served the first contact, was the customer back within 72 hours?",
    unit: "share",
    direction: "lower-is-better",
    numerator: {
      words: "cases whose customer was back on any channel within 72 hours",
      is: ({ containment }) => containment === "failed",
    },
    denominator: {
      words: "cases whose first contact AI alone served and passed to nobody",
      is: ({ outcome, containment }) =>
        outcome !== "duplicate" && (containment === "held" || containment === "failed"),
    },
    waiting: {
      words: "such cases less than 72 hours after that contact",
      is: ({ outcome, containment }) => outcome !== "duplicate" && containment === "early",
    },
    unknown: null,
    exclusions: "Later contacts of a case are not asked about, only the first.",
    caution:
      "A customer who comes back is not always one who was failed; one who gives up does not come back.",
  },
  {
    ...common,
    counts: "services",
    id: "escalation_rate",
    name: "Handed from AI to a person",
    question: "Of the cases an AI agent took part in, how many did it hand to a person?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "cases an AI agent handed to a person",
      is: ({ isEscalated }) => isEscalated,
    },
    denominator: {
      words: "cases an AI agent took part in, old enough to judge",
      is: (values) => mature.is(values) && (values.agents === "ai" || values.agents === "both"),
    },
    unknown: {
      words: "cases of which we don’t know who answered",
      is: (values) =>
        outcomeUnknown.is(values) || (mature.is(values) && values.agents === "unknown"),
    },
  },
  {
    ...ofKnownAgents,
    counts: "services",
    id: "assisted_escalation_rate",
    name: "Begun by AI, completed by a person",
    question: "How many cases did AI take part in before a person completed them?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "cases AI took part in whose last contact a person served",
      is: ({ agents, isCompletedByPerson }) => agents === "both" && isCompletedByPerson,
    },
    caution: "No failure: AI that gathers what a person then needs has helped. Resolved or not.",
  },
];
