import type { ContactValues } from "../case-table/contact-table";
import { ofTime, usual, type MetricOf } from "./metric";
import { readSeconds } from "./read-amounts";

const common = { ...usual, group: "contacts" } as const;

const anyContact = () => true;
const isOfAi = ({ agents }: Pick<ContactValues, "agents">) => agents === "ai" || agents === "both";

/** Metrics of single contacts, whatever becomes of their cases. */
export const interactionMetrics: readonly MetricOf<"contacts" | "returns" | "containments">[] = [
  {
    ...common,
    counts: "contacts",
    id: "interaction_resolution_rate",
    restsOn: {
      ...{ evaluator: "conversation_resolution", decides: "all" },
      scores: [{ evaluator: "conversation_resolution", of: "contact" }],
    },
    name: "Contacts that look resolved",
    question: "How many single contacts look fine, whatever became of the case?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "contacts that an evaluator takes for resolved",
      is: ({ score }) => score === "good",
    },
    denominator: {
      words: "contacts with a score",
      is: ({ score }) => score !== "none",
    },
    unknown: { words: "contacts without a score", is: anyContact },
    caution:
      "A contact that looks fine can belong to a case that took five and was never closed. Never subtract it from case resolution: the one counts contacts, the other cases.",
  },
  {
    ...common,
    counts: "contacts",
    id: "eval_coverage",
    name: "Contacts with a score",
    question: "How many contacts has an evaluator judged as resolved or not?",
    unit: "share",
    direction: "neither",
    numerator: { words: "contacts judged as resolved or not", is: ({ score }) => score !== "none" },
    denominator: { words: "contacts", is: anyContact },
    caution:
      "What was not judged is in no figure that rests on scores; what was judged need not be typical of it.",
  },
  {
    ...common,
    counts: "returns",
    id: "fcr_per_channel",
    version: 2,
    name: "First-contact resolution as each channel sees it",
    question: "What would each channel report of itself, blind to all others?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "first contacts of a case on a channel, with no further one on it within 7 days",
      is: ({ onChannel }) => onChannel === "single",
    },
    denominator: {
      words: "first contacts of a case on a channel, at least 7 days ago",
      is: (values) => values.onChannel === "single" || values.onChannel === "repeated",
    },
    waiting: {
      words: "first contacts of a case on a channel, less than 7 days ago",
      is: (values) => values.onChannel === "early",
    },
    caution:
      "It is higher than the share resolved in one contact, because nobody who counts so sees what follows elsewhere.",
  },
  {
    ...common,
    counts: "containments",
    id: "containment_rate",
    name: "Contained by AI",
    question: "Of the contacts an AI agent took part in, how many reached no person?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "contacts AI alone served and passed to nobody",
      is: ({ containment }) => containment !== "none",
    },
    denominator: {
      words: "contacts an AI agent took part in",
      is: (values) => isOfAi(values),
    },
    unknown: {
      words: "contacts of which we don’t know who answered",
      is: (values) => values.agents === "unknown",
    },
    caution: "Contained is not resolved: read it beside the share that came back.",
  },
  {
    ...common,
    counts: "containments",
    id: "deflection_rate",
    name: "Kept from people",
    question: "Of all contacts that customers began, how many did AI alone take?",
    unit: "share",
    direction: "neither",
    numerator: {
      words: "contacts customers began that AI alone served and passed to nobody",
      is: ({ containment }) => containment !== "none",
    },
    denominator: {
      words: "contacts customers began of which we know who answered",
      is: (values) => values.initiator === "customer" && values.agents !== "unknown",
    },
    unknown: {
      words: "contacts of which we don’t know who began or who answered",
      is: (values) => values.initiator !== "agent",
    },
    caution:
      "Elsewhere the word deflection may also count visits to help pages or customers who gave up; here only contacts count. By case and over all channels it is: handled by AI alone.",
  },
  {
    ...common,
    counts: "containments",
    id: "contact_false_containment_rate",
    version: 2,
    name: "Contained, then back",
    question: "After AI alone served a contact, was the customer back within 72 hours?",
    unit: "share",
    direction: "lower-is-better",
    numerator: {
      words: "contained contacts whose customer was back within 72 hours",
      is: ({ containment }) => containment === "failed",
    },
    denominator: {
      words: "contained contacts at least 72 hours ago",
      is: (values) => values.containment === "held" || values.containment === "failed",
    },
    waiting: {
      words: "contained contacts less than 72 hours ago",
      is: (values) => values.containment === "early",
    },
    caution: "A customer who gives up does not come back either.",
  },
  {
    ...common,
    counts: "containments",
    id: "net_containment",
    version: 2,
    name: "Contained, and it held",
    question: "How many contacts did AI really settle by itself: nobody joined, nobody was back?",
    unit: "share",
    direction: "higher-is-better",
    numerator: {
      words: "contacts AI alone served, with no return within 72 hours",
      is: ({ containment }) => containment === "held",
    },
    denominator: {
      words: "contacts an AI agent took part in, long enough ago",
      is: (values) => isOfAi(values) && values.containment !== "early",
    },
    waiting: {
      words: "contained contacts less than 72 hours ago",
      is: (values) => isOfAi(values),
    },
    unknown: {
      words: "contacts of which we don’t know who answered",
      is: (values) => values.agents === "unknown",
    },
  },
  {
    ...common,
    counts: "contacts",
    id: "transfer_rate",
    name: "Transferred",
    question: "How many contacts were passed on to another agent?",
    unit: "share",
    direction: "lower-is-better",
    numerator: { words: "contacts passed on", is: ({ isTransferred }) => isTransferred },
    denominator: { words: "contacts", is: anyContact },
    caution:
      "Exporters do not say whether somebody was asked first, so blind and announced transfers count alike.",
  },
  {
    ...common,
    counts: "contacts",
    id: "persona_kept_rate",
    restsOn: {
      evaluator: "persona_consistency",
      decides: { whyNot: "a contact counts from 0.8 on, and errors are counted at 0.5" },
      scores: [{ evaluator: "persona_consistency", of: "contact" }],
    },
    name: "Spoken as approved",
    question: "How many contacts of AI agents keep the approved persona contract of their channel?",
    unit: "share",
    direction: "higher-is-better",
    numerator: {
      words: "contacts spoken as the contract says",
      is: ({ persona }) => persona === "on",
    },
    denominator: {
      words: "contacts of AI agents that were measured",
      is: ({ persona }) => persona !== "none",
    },
    unknown: {
      words: "contacts of AI agents that were not measured",
      is: isOfAi,
    },
    exclusions: "People are never held against a persona.",
    caution: "Whether a channel keeps the contract, not whether it has changed: see Persona.",
  },
  {
    ...common,
    counts: "contacts",
    id: "time_to_first_response",
    name: "Time to first answer",
    question: "How long after the customer's first words does anybody answer, AI included?",
    ...ofTime,
    amount: {
      words: "time from the customer's first words to the first answer",
      of: ({ contacts }) => readSeconds(contacts.amounts.answer),
    },
    denominator: {
      words: "contacts that were answered",
      is: (values) => values.isAnswered,
    },
    unknown: { words: "contacts that nobody answered", is: anyContact },
  },
  {
    ...common,
    counts: "contacts",
    id: "human_first_response",
    name: "Time to the first answer of a person",
    question: "How long until a person answers, AI left out?",
    ...ofTime,
    amount: {
      words: "time from the customer’s first words to the first answer of a person",
      of: ({ contacts }) => readSeconds(contacts.amounts.humanAnswer),
    },
    denominator: {
      words: "contacts that a person answered",
      is: (values) => values.isAnsweredByPerson,
    },
    unknown: {
      words: "contacts of which we don’t know who answered",
      is: ({ agents, isAnswered }) => isAnswered && agents === "unknown",
    },
    exclusions: "Contacts that AI alone served or nobody answered.",
    caution: "By contact: what a customer waited for a person on a later call starts anew.",
  },
  {
    ...common,
    counts: "contacts",
    id: "handle_time",
    name: "Handle time",
    question: "How long does a contact keep somebody busy?",
    ...ofTime,
    direction: "neither",
    amount: {
      words: "time from start to end, silences beyond five minutes counted as five",
      of: ({ contacts }) => readSeconds(contacts.amounts.handled),
    },
    denominator: { words: "contacts", is: anyContact },
    caution:
      "Not a target: a short contact that has to be repeated costs more. Exporters send no time of wrapping up.",
  },
];
