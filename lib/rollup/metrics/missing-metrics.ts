/** A metric that the data of a case's row cannot answer, and what it would take. */
export type MissingMetric = {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly missing: string;
};

/** What people of the trade will look for and do not find among the metrics. */
export const missingMetrics: readonly MissingMetric[] = [
  {
    id: "fcr_net",
    name: "Resolved in one contact, where one contact can do",
    question: "Of the cases whose type can be settled at once, how many took one contact?",
    missing: "The settings say which types can be; cases do not carry that answer yet.",
  },
  {
    id: "assisted_escalation_rate",
    name: "Begun by AI, completed by a person",
    question: "How many cases did AI take part in before a person completed them?",
    missing: "It takes who had the last contact of a case, which no case carries yet.",
  },
  {
    id: "touchpoints_adjusted",
    name: "Contacts a case, adjusted for the kinds of case",
    question: "Does it take more contacts than the mix of cases lets one expect?",
    missing:
      "The Overview shows it, by the mix of all cases; it is not defined here, because nobody has chosen a fixed period to compare with.",
  },
  {
    id: "time_in_wait",
    name: "Time waiting, in work and on hold",
    question: "How much of a case's time did the customer wait, and how much did we?",
    missing: "Exports give the clock's pauses, not every change of status with its instant.",
  },
  {
    id: "human_first_response",
    name: "Time to the first answer of a person",
    question: "How long until a person answers, AI left out?",
    missing:
      "The time is known for each contact; contacts do not carry yet whether a person answered at all.",
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
    missing: "Exporters do not say how a contact was passed on.",
  },
  {
    id: "escalation_reasons",
    name: "Why AI hands over",
    question: "Do customers ask for a person, or does AI fail?",
    missing: "No exporter we read sends a reason in words that can be compared.",
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
    id: "predicted_experience",
    name: "Predicted satisfaction",
    question: "How satisfied would those have been who were not asked?",
    missing: "It takes a model fitted and tested on rated cases; there is none.",
  },
  {
    id: "groundedness",
    name: "Answers backed by what was looked up",
    question: "Do the answers of AI say only what its documents say?",
    missing:
      "Contacts carry only the scores of resolution and persona yet; a case shows its own, and cases can be filtered by them.",
  },
  {
    id: "tone_match",
    name: "Tone",
    question: "Does the tone suit the customer's mood?",
    missing:
      "Tone is scored as polite or not, not against the mood of the customer; contacts do not carry the score yet.",
  },
  {
    id: "persona_drift",
    name: "Change of persona",
    question: "Has the way an AI agent speaks changed since its contract was approved?",
    missing:
      "The page Persona shows it over time; it is a distance and not a share, so it has no entry here.",
  },
  {
    id: "pii_redaction_coverage",
    name: "Personal data masked",
    question: "How much of the personal data in texts was masked?",
    missing:
      "It is scored for each contact whose source masks texts; contacts do not carry the score yet, and a case shows its own.",
  },
  {
    id: "pii_leaks",
    name: "Personal data let out",
    question: "In how many contacts did an agent say personal data it should not have said?",
    missing:
      "Personal data is marked in the texts of a case; contacts do not carry a count of what should not have been said.",
  },
  {
    id: "disclosure_compliance",
    name: "Required disclosures given",
    question: "Were the required disclosures given, in time and whole?",
    missing:
      "A case shows which of its disclosures were given; cases do not carry a count of those due and of those given yet.",
  },
  {
    id: "judge_agreement",
    name: "Agreement of evaluators with people",
    question: "How far do evaluators and people agree?",
    missing:
      "The page Quality shows it for each evaluator; it counts labels by people, which are not among the things counted here.",
  },
  {
    id: "data_completeness",
    name: "Completeness of the data",
    question: "How much of what the figures need has arrived?",
    missing:
      "The page Data health shows what arrived; it counts records, which are not among the things counted here.",
  },
];
