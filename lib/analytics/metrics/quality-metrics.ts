import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { escalationReasons, type EscalationReason } from "@/lib/domain/case/escalation-reason";
import type { AnswerValues } from "../case-table/answers";
import { usual, type MetricOf } from "./metric";

const common = {
  ...usual,
  counts: "answers",
  group: "quality",
  unit: "share",
  direction: "higher-is-better",
} as const;

const isOfAi = ({ agents }: AnswerValues) => agents === "ai" || agents === "both";

type KnownReason = Exclude<EscalationReason, "unread">;

const reasonWords: Readonly<Record<KnownReason, readonly [name: string, words: string]>> = {
  asked: ["Passed on: the customer asked", "because the customer asked for a person"],
  anger: ["Passed on: the customer was angry", "because the customer was angry"],
  policy: ["Passed on: policy", "because of a topic that the contract names"],
  loop: ["Passed on: going round in circles", "because the agent said the same again and again"],
  limit: ["Passed on: too many answers", "because the agent had answered too often"],
  failure: ["Passed on: AI could not", "because the agent said or showed that it could not"],
  unsaid: ["Passed on: no reason said", "with nothing in the words that says why"],
};

/** Contacts that an AI agent passed on to a person, by the first reason in them. */
function passedOn(reason: KnownReason): MetricOf<"answers"> {
  const [name, words] = reasonWords[reason];
  return {
    ...common,
    id: `escalated_${reason}`,
    name,
    question: `Of the contacts AI passed on to a person, how many ${words}?`,
    direction: reason === "failure" || reason === "loop" ? "lower-is-better" : "neither",
    restsOn: ofReasons,
    numerator: {
      words: `contacts passed on ${words}`,
      is: ({ escalation }) => escalation === reason,
    },
    denominator: {
      words: "contacts an AI agent passed on to a person",
      is: ({ escalation }) => escalation !== "none" && escalation !== "unread",
    },
    unknown: {
      words: "contacts passed on whose words are missing or in another language",
      is: ({ escalation }) => escalation === "unread",
    },
    caution:
      reason === "policy" || reason === "loop" || reason === "limit"
        ? "Only where an approved contract says so: without one, nothing counts here."
        : null,
  };
}

const ofReasons = {
  evaluator: "escalation",
  decides: { whyNot: "what it says yes to is that a rule was kept, not what is counted here" },
};

const ofDisclosures = {
  ...common,
  denominator: {
    words: "contacts in which a disclosure was due",
    is: ({ disclosures }: AnswerValues) =>
      disclosures === "given" || disclosures === "late" || disclosures === "missing",
  },
  unknown: {
    words:
      "contacts in which it cannot be told: words removed or in another language, or a region not known",
    is: ({ disclosures }: AnswerValues) => disclosures === "unread",
  },
  exclusions: "Contacts in which none was due.",
  caution:
    "By the rules that are on, samples that are no legal advice; what they did not find was not reviewed.",
} as const;

/** Whether what agents said was right, kind and complete. */
export const qualityMetrics: readonly MetricOf<"answers">[] = [
  {
    ...common,
    id: "groundedness",
    restsOn: {
      evaluator: "groundedness",
      decides: { whyNot: "a contact counts by its worst answer, and errors are counted by answer" },
      scores: [{ evaluator: "groundedness", of: "answer" }],
    },
    name: "Answers backed by what was looked up",
    question: "In how many contacts is every answer backed by the passages that were retrieved?",
    numerator: {
      words: `contacts whose least grounded answer is at ${String(bandLimits("groundedness").high)} or more`,
      is: ({ grounded }) => grounded === "high",
    },
    denominator: {
      words: "contacts with an answer that could be held against passages",
      is: ({ grounded }) => grounded !== "none",
    },
    exclusions: "Contacts in which nothing was retrieved, or nothing was claimed.",
  },
  {
    ...common,
    id: "faithfulness",
    restsOn: {
      evaluator: "faithfulness",
      decides: { whyNot: "a contact counts by its worst answer, and errors are counted by answer" },
      scores: [{ evaluator: "faithfulness", of: "answer" }],
    },
    name: "Answers true to what was returned",
    question: "In how many contacts does every answer keep to what tools and searches returned?",
    numerator: {
      words: `contacts whose least faithful answer is at ${String(bandLimits("faithfulness").high)} or more`,
      is: ({ faithful }) => faithful === "high",
    },
    denominator: {
      words: "contacts with an answer that could be held against what was returned",
      is: ({ faithful }) => faithful !== "none",
    },
    exclusions: "Contacts in which nothing was returned, or nothing was claimed.",
  },
  {
    ...common,
    id: "false_success_rate",
    restsOn: {
      ...{ evaluator: "false_success", decides: "all" },
      scores: [{ evaluator: "false_success", of: "contact" }],
    },
    name: "False success",
    question: "In how many contacts in which an act failed did the agent say that it was done?",
    direction: "lower-is-better",
    numerator: {
      words: "contacts in which the agent calls done what the tool says failed",
      is: ({ falseSuccess }) => falseSuccess === "yes",
    },
    denominator: {
      words: "contacts in which an act failed for good",
      is: ({ falseSuccess }) => falseSuccess !== "none",
    },
    exclusions: "Contacts in which nothing failed, or what failed was done at last.",
  },
  {
    ...common,
    id: "polite_rate",
    restsOn: {
      ...{ evaluator: "tone", decides: "all" },
      scores: [{ evaluator: "tone", of: "contact" }],
    },
    name: "Polite AI agents",
    question: "In how many contacts did AI agents sound polite?",
    numerator: { words: "contacts with a polite AI agent", is: ({ tone }) => tone === "polite" },
    denominator: {
      words: "contacts whose AI agents’ tone could be judged",
      is: ({ tone }) => tone !== "unknown",
    },
    unknown: {
      words: "contacts whose AI agents’ tone could not be judged",
      is: ({ agents }) => agents !== "human",
    },
    exclusions: "Contacts with people alone: their tone is never judged.",
    version: 2,
  },
  {
    ...common,
    id: "frustration_rate",
    restsOn: {
      ...{ evaluator: "customer_sentiment", decides: "all" },
      scores: [{ evaluator: "customer_sentiment", of: "contact" }],
    },
    name: "Frustrated customers",
    question: "In how many contacts did the customer sound frustrated?",
    direction: "lower-is-better",
    numerator: {
      words: "contacts with a frustrated customer",
      is: ({ mood }) => mood === "frustrated",
    },
    denominator: {
      words: "contacts whose customer’s mood could be judged",
      is: ({ mood }) => mood !== "unknown",
    },
    unknown: { words: "contacts whose customer’s mood could not be judged", is: () => true },
  },
  {
    ...common,
    id: "tone_match",
    restsOn: {
      evaluator: "tone",
      decides: { whyNot: "another evaluator decides which customers are frustrated" },
      scores: [
        { evaluator: "customer_sentiment", of: "contact" },
        { evaluator: "tone", of: "contact" },
      ],
    },
    name: "Polite to the frustrated",
    question: "When a customer is frustrated, does the AI agent stay polite?",
    numerator: {
      words: "contacts with a frustrated customer and a polite AI agent",
      is: ({ tone }) => tone === "polite",
    },
    denominator: {
      words: "contacts with a frustrated customer whose AI agents’ tone could be judged",
      is: ({ mood, tone }) => mood === "frustrated" && tone !== "unknown",
    },
    unknown: {
      words: "contacts with a frustrated customer whose AI agents’ tone could not be judged",
      is: ({ mood, agents }) => mood === "frustrated" && agents !== "human",
    },
    exclusions: "Contacts without signs of frustration, or with people alone.",
    version: 2,
  },
  {
    ...ofDisclosures,
    id: "disclosure_compliance",
    name: "Required disclosures given",
    question: "Were the required disclosures of a contact all given, and on time?",
    numerator: {
      words: "contacts in which all that were due were given on time",
      is: ({ disclosures }) => disclosures === "given",
    },
  },
  {
    ...ofDisclosures,
    id: "disclosures_missing",
    direction: "lower-is-better",
    name: "Required disclosures not found",
    question: "In how many contacts was a required disclosure not found?",
    numerator: {
      words: "contacts in which one that was due was never given",
      is: ({ disclosures }) => disclosures === "missing",
    },
  },
  ...escalationReasons.filter((reason) => reason !== "unread").map(passedOn),
  {
    ...common,
    id: "escalated_share",
    name: "Passed on to a person",
    question: "Of the contacts an AI agent took part in, how many did it pass on?",
    direction: "neither",
    restsOn: ofReasons,
    numerator: {
      words: "contacts an AI agent passed on to a person",
      is: ({ escalation }) => escalation !== "none",
    },
    denominator: { words: "contacts an AI agent took part in", is: isOfAi },
    unknown: {
      words: "contacts of which we don’t know who answered",
      is: ({ agents }) => agents === "unknown",
    },
  },
];
