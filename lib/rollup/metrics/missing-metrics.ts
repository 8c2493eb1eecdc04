/** A metric that the data of a case's row cannot answer, and what it would take. */
export type MissingMetric = {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly missing: string;
};

const contactRows =
  "Figures are computed from one row a case. This one needs one row a contact, which is not kept yet.";
const handoffRows =
  "Figures are computed from one row a case. This one needs one row a handoff, which is not kept yet.";
const promiseRows =
  "Promises are shown on each case. Counting them needs a row each, which is not kept yet.";

/** What people of the trade will look for and do not find among the metrics. */
export const missingMetrics: readonly MissingMetric[] = [
  {
    id: "interaction_resolution_rate",
    name: "Contacts scored as resolved",
    question: "How many single contacts look fine, whatever became of the case?",
    missing: contactRows,
  },
  {
    id: "fcr_per_channel",
    name: "First-contact resolution by channel",
    question: "What each channel would report of itself, to stand beside resolved in one contact.",
    missing: contactRows,
  },
  {
    id: "touchpoints_adjusted",
    name: "Contacts a case, adjusted for the kinds of case",
    question: "Does it take more contacts than the mix of cases lets one expect?",
    missing: "It compares with a reference period, which nobody has chosen yet.",
  },
  {
    id: "transfer_rate",
    name: "Transfers",
    question: "How many contacts are passed on: blind, announced, or for advice?",
    missing: contactRows,
  },
  {
    id: "repeat_information_rate",
    name: "Handoffs at which the customer is asked again",
    question: "The same as cases with repetition, counted by handoff.",
    missing: handoffRows,
  },
  {
    id: "context_retention",
    name: "Context kept",
    question: "Of the facts known before a handoff, how many are used and not asked for again?",
    missing: handoffRows,
  },
  {
    id: "handoff_packet_completeness",
    name: "Completeness of what AI hands over",
    question:
      "Does a person get identity, data, steps tried, advice and what the customer expects?",
    missing: handoffRows,
  },
  {
    id: "promise_kept_rate",
    name: "Promises kept",
    question: "Of the promises due, how many were kept in time?",
    missing: promiseRows,
  },
  {
    id: "promise_lost_at_switch",
    name: "Promises lost on the way",
    question: "How many promises does the next channel's agent not know of?",
    missing: promiseRows,
  },
  {
    id: "sla_attainment",
    name: "Closed in time",
    question:
      "Of the cases with a target, how many were closed in time, counting open and overdue?",
    missing: "Each case shows its clock. When it is due does not stand in its row yet.",
  },
  {
    id: "time_to_first_response",
    name: "Time to first answer",
    question: "How long until somebody answers?",
    missing: contactRows,
  },
  {
    id: "aht",
    name: "Handle time",
    question: "How long does a contact keep an agent busy?",
    missing: contactRows,
  },
  {
    id: "ces",
    name: "Customer effort",
    question: "How hard did the customer find it?",
    missing: "No exporter we read sends an effort score.",
  },
  {
    id: "nps",
    name: "Would recommend",
    question: "Would customers recommend the company?",
    missing: "It is asked about a company, not about a case, and no exporter we read sends it.",
  },
  {
    id: "cost_per_resolution",
    name: "Cost of a resolution",
    question: "What does a resolved case cost, the failed contacts before it included?",
    missing:
      "Rates stand in Settings. Minutes and tokens of each contact are not kept in its row yet.",
  },
];
