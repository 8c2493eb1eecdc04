import { ownEntry } from "@/lib/domain/own-entry";

export type ScoreBand = "good" | "middling" | "bad";

/** Display name of an evaluator and the bands of its values. */
export type EvaluatorEntry = {
  /** Its plain name: "Asked again". */
  readonly words: string;
  readonly direction: "higher-is-better" | "lower-is-better";
  /** Values from `low` to below `high` are unclear. */
  readonly low: number;
  readonly high: number;
  readonly says: readonly [low: string, middling: string, high: string];
};

const entries = {
  conversation_resolution: {
    words: "Contact resolved",
    direction: "higher-is-better",
    // No band between: likely resolved from here on, not below.
    low: 0.5,
    high: 0.5,
    says: ["unlikely resolved", "unclear", "likely resolved"],
  },
  expected_actions: {
    words: "Actions as expected",
    direction: "higher-is-better",
    low: 0.5,
    high: 0.5,
    says: ["not as expected", "unclear", "as expected"],
  },
  false_success: {
    words: "False success",
    direction: "lower-is-better",
    low: 0.5,
    high: 0.5,
    says: ["what failed is not called done", "unclear", "said done, tool says failed"],
  },
  repeat_information: {
    words: "Asked again",
    direction: "lower-is-better",
    low: 0.25,
    high: 0.75,
    says: ["nothing repeated", "said again", "asked again"],
  },
  context_retention: {
    words: "Context kept",
    direction: "higher-is-better",
    low: 0.5,
    high: 1,
    says: ["asked again or lost", "partly kept", "kept"],
  },
  groundedness: {
    words: "Grounded",
    direction: "higher-is-better",
    low: 0.4,
    high: 0.6,
    says: ["not supported by the passages", "unclear", "supported by the passages"],
  },
  faithfulness: {
    words: "Faithful",
    direction: "higher-is-better",
    low: 0.4,
    high: 0.6,
    says: ["says what nobody returned", "unclear", "keeps to what was returned"],
  },
  returned_figures: {
    words: "Figures as returned",
    direction: "higher-is-better",
    // One figure that nothing returned is enough.
    low: 1,
    high: 1,
    says: ["names a figure that nothing returned", "unclear", "figures as returned"],
  },
  bot_question: {
    words: "Truth about being a bot",
    direction: "higher-is-better",
    low: 0.5,
    high: 0.5,
    says: ["not told at once", "unclear", "told at once"],
  },
  persona_consistency: {
    words: "Persona kept",
    direction: "higher-is-better",
    low: 0.5,
    high: 0.8,
    says: ["off the contract", "partly off", "as the contract says"],
  },
  handoff_packet: {
    words: "Handoff packet",
    direction: "higher-is-better",
    low: 0.25,
    high: 0.75,
    says: ["nothing", "a summary", "complete"],
  },
  case_notes: {
    words: "Notes kept",
    direction: "higher-is-better",
    low: 0.5,
    high: 1,
    says: ["not kept", "half kept", "read and written"],
  },
  customer_sentiment: {
    words: "Customer frustrated",
    direction: "lower-is-better",
    low: 0.15,
    high: 0.5,
    says: ["no sign of it", "unclear", "may be frustrated"],
  },
  tone: {
    words: "Agent polite",
    direction: "higher-is-better",
    low: 0.35,
    high: 0.5,
    says: ["often impolite", "plain", "polite"],
  },
  redaction_coverage: {
    words: "Redacted at the source",
    direction: "higher-is-better",
    low: 0.5,
    high: 1,
    says: ["mostly readable", "partly readable", "all redacted"],
  },
  escalation: {
    words: "Passed on when called for",
    direction: "higher-is-better",
    low: 0.5,
    high: 1,
    says: ["not when called for", "late", "when called for"],
  },
} as const satisfies Readonly<Record<string, EvaluatorEntry>>;

const known: Readonly<Record<string, EvaluatorEntry>> = entries;

/** Our evaluators with scores. */
export const evaluatorNames: readonly string[] = Object.keys(entries);

/** Display names of extractors without scores. */
const readerNames: Readonly<Partial<Record<string, string>>> = {
  disclosures: "Disclosures",
  promises: "Promises",
  pii: "Personal data",
  same_issue: "Same issue",
};

/** Display name of one of our evaluators; null for any other. */
export function evaluatorTitle(name: string): string | null {
  return evaluatorEntry(name)?.words ?? ownEntry(readerNames, name) ?? null;
}

/** Entry of one of our evaluators; null for any other, whose direction is unknown. */
export function evaluatorEntry(name: string): EvaluatorEntry | null {
  return ownEntry(known, name) ?? null;
}

/**
 * Bounds of an evaluator's bands: low below `low`, high from `high` on. Metrics, facets and outcomes use them, so
 * that they agree with the badges.
 */
export function bandLimits(name: keyof typeof entries): Pick<EvaluatorEntry, "low" | "high"> {
  return entries[name];
}

/** Whether a value of 0 to 1 is good, and its words. */
export function readScore(
  entry: EvaluatorEntry,
  value: number,
): { readonly band: ScoreBand; readonly says: string } {
  const isHigherBetter = entry.direction === "higher-is-better";
  if (value < entry.low) return { band: isHigherBetter ? "bad" : "good", says: entry.says[0] };
  if (value < entry.high) return { band: "middling", says: entry.says[1] };
  return { band: isHigherBetter ? "good" : "bad", says: entry.says[2] };
}
