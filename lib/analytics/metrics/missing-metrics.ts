/** A metric that cannot be computed, and the data that it would need. */
export type MissingMetric = {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly missing: string;
};

/** Common metrics of the trade that are missing here. */
export const missingMetrics: readonly MissingMetric[] = [
  {
    id: "fcr_no_repeat_30d",
    name: "First contact, no return within 30 days",
    question: "After a case’s first contact, was all quiet for a month?",
    missing:
      "The data may reach that far, but we do not look: a later case is linked to the one before only within the days that Settings say, seven as shipped, because it also makes that one a repeat. Silence beyond them would be told without having looked.",
  },
  {
    id: "agent_work_time",
    name: "Time in work, new and on hold",
    question: "Of the time a customer waited, how much did somebody work on the case?",
    missing:
      "Exports say when a clock was paused and resumed, not when a case went from new to open to on hold. What customers waited, and what we waited, is told.",
  },
  {
    id: "after_call_work",
    name: "Talk, hold and wrap-up",
    question: "How is the time of a contact divided?",
    missing: "No exporter we read sends time on hold or of wrapping up.",
  },
  {
    id: "transfer_kinds",
    name: "Blind, announced and asked-first transfers",
    question: "Was the next agent told before the customer was passed on?",
    missing:
      "Exporters say that a contact was passed on, not whether anybody spoke with the next agent first. What AI handed over with it is told.",
  },
  {
    id: "ces",
    name: "Customer effort",
    question: "How hard did the customer find it?",
    missing: "No exporter we read sends an effort score of 1 to 7.",
  },
  {
    id: "nps",
    name: "Would recommend",
    question: "Would customers recommend the company?",
    missing: "It is asked about a company, not about a case, and no exporter we read sends it.",
  },
  {
    id: "persona_drift",
    name: "Change of persona",
    question: "Has the way an AI agent speaks changed since its contract was approved?",
    missing:
      "It is a distance over time from an approved baseline, with limits of its own: the page Persona shows it. No list of contacts is its count.",
  },
  {
    id: "cross_channel_voice_gap",
    name: "Gap between channels",
    question: "How differently does one persona speak on two channels?",
    missing:
      "It is a distance between two channels’ means: the page Persona shows it. No list of contacts is its count.",
  },
  {
    id: "judge_agreement",
    name: "Agreement of evaluators with people",
    question: "How far do evaluators and people agree (κ, sensitivity, specificity)?",
    missing:
      "It counts people’s labels, which are no cases, contacts, handoffs or promises and belong to no cohort: the page Quality shows it for each evaluator and opens what is disputed.",
  },
];
