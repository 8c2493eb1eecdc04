import type { ContextValues } from "../case-table/handoff-table";
import { usual, type MetricOf } from "./metric";

const common = {
  ...usual,
  group: "handoffs",
  unit: "share",
} as const;

const anyHandoff = () => true;

const ofFacts = {
  ...common,
  restsOn: {
    evaluator: "context_retention",
    decides: { whyNot: "a fact that it does not find is in neither number" },
  },
  direction: "higher-is-better",
  denominator: {
    words: "handoffs after which a known fact was needed",
    is: ({ facts }: ContextValues) => facts !== "none",
  },
  exclusions:
    "Handoffs after which nothing that was known came up, and facts that the customer said again: they tell neither way.",
} as const;

const ofPackets = {
  ...common,
  denominator: {
    words: "handoffs at which AI passed the customer on",
    is: ({ packet }: ContextValues) => packet !== "none",
  },
  exclusions: "Customers who came back on their own: nobody handed them over.",
  version: 2,
} as const;

/** What gets across when a case passes from one contact or agent to the next. */
export const handoffMetrics: readonly MetricOf<"handoffs" | "contexts">[] = [
  {
    ...ofFacts,
    counts: "contexts",
    id: "context_retention",
    name: "Context kept",
    question:
      "Of the facts that the next agent needed and that were known before, how many reached them?",
    unit: "ratio",
    things: {
      noun: "fact",
      words: "facts carried over",
      hits: ({ handoffs: { integers } }, place) => integers.carried[place] ?? 0,
      of: ({ handoffs: { integers } }, place) =>
        (integers.carried[place] ?? 0) + (integers.broken[place] ?? 0),
    },
    caution: "Every fact counts the same, so a handoff that must carry ten counts ten times.",
    version: 3,
  },
  {
    ...ofFacts,
    counts: "contexts",
    id: "whole_context_rate",
    name: "Handoffs that kept all",
    question: "When the next agent needed known facts, did every one of them get through?",
    unit: "share",
    numerator: {
      words: "handoffs at which every needed fact was carried over and nothing said again",
      is: ({ facts }) => facts === "carried",
    },
    version: 3,
  },
  {
    ...common,
    counts: "contexts",
    id: "repeat_information_rate",
    restsOn: {
      evaluator: "repeat_information",
      decides: {
        whyNot: "a handoff has many questions, and errors are counted of single ones",
      },
    },
    name: "Handoffs that ask again",
    question: "How often is a customer asked for what they have already given?",
    direction: "lower-is-better",
    numerator: {
      words: "handoffs at which the customer was asked again",
      is: ({ verdict }) => verdict === "asked-again",
    },
    denominator: {
      words: "handoffs that can be judged",
      is: ({ verdict }) => verdict !== "unknown",
    },
    unknown: { words: "handoffs that can’t be judged", is: anyHandoff },
    version: 3,
  },
  {
    ...common,
    counts: "contexts",
    id: "said_again_rate",
    restsOn: {
      evaluator: "repeat_information",
      decides: {
        whyNot: "a handoff has many sentences, and errors are counted of single questions",
      },
    },
    name: "Handoffs where customers repeat themselves",
    question:
      "How often does a customer say again what they had already said, without being asked for it again?",
    direction: "lower-is-better",
    numerator: {
      words: "handoffs at which the customer said something again without being asked again",
      is: ({ verdict }) => verdict === "said-again",
    },
    denominator: {
      words: "handoffs that can be judged",
      is: ({ verdict }) => verdict !== "unknown",
    },
    unknown: { words: "handoffs that can’t be judged", is: anyHandoff },
    exclusions: "Handoffs at which the customer was asked again: they count there.",
    version: 1,
  },
  {
    ...ofPackets,
    counts: "contexts",
    id: "handoff_packet_given",
    name: "AI passes on the whole conversation",
    question: "When AI passes a customer on, does whoever takes over get every word?",
    direction: "higher-is-better",
    numerator: {
      words: "handoffs by AI with the whole conversation",
      is: ({ packet }) => packet === "whole exchange",
    },
  },
  {
    ...ofPackets,
    counts: "contexts",
    id: "handoff_packet_summary",
    name: "AI passes on a summary only",
    question: "When AI passes a customer on, does whoever takes over get a summary at most?",
    direction: "neither",
    numerator: {
      words: "handoffs by AI with a summary only",
      is: ({ packet }) => packet === "summary",
    },
  },
  {
    ...ofPackets,
    counts: "contexts",
    id: "handoff_packet_nothing",
    name: "AI passes on nothing",
    question: "When AI passes a customer on, does whoever takes over start from nothing?",
    direction: "lower-is-better",
    numerator: {
      words: "handoffs by AI with nothing handed over",
      is: ({ packet }) => packet === "nothing",
    },
  },
  {
    ...ofPackets,
    counts: "contexts",
    id: "handoff_packet_completeness",
    name: "Complete packets from AI",
    question:
      "Does whoever takes over get identity, data, steps tried, what is expected and how the customer feels?",
    direction: "higher-is-better",
    numerator: {
      words: "handoffs by AI that say all five",
      is: ({ isComplete }) => isComplete,
    },
  },
  {
    ...common,
    counts: "handoffs",
    id: "channel_switch_rate",
    name: "Channel switches",
    question: "Of all handoffs, how many go to another channel?",
    direction: "neither",
    numerator: {
      words: "handoffs to another channel",
      is: ({ from, to }) => from !== to,
    },
    denominator: { words: "handoffs", is: anyHandoff },
  },
  {
    ...common,
    counts: "handoffs",
    id: "switch_by_agent_rate",
    name: "Channel switches by an agent",
    question: "When a case changes channel, was it an agent who moved it there?",
    direction: "neither",
    numerator: {
      words: "handoffs to another channel that an agent began",
      is: ({ initiator }) => initiator === "agent",
    },
    denominator: {
      words: "handoffs to another channel with a known starter",
      is: ({ from, to, initiator }) => from !== to && initiator !== "unknown",
    },
    unknown: {
      words: "handoffs to another channel with no known starter",
      is: ({ from, to }) => from !== to,
    },
    exclusions: "Handoffs on the same channel.",
    caution: "All others the customer began: a return on another channel is their choice.",
  },
];
