import type { Evidence, Quote } from "./case";

/**
 * What became of a known fact after a handoff. `lost` is only what mattered afterwards: a commitment
 * that was denied. `said-again` where the customer gave it once more before anybody used it or asked.
 * `not-needed` where nothing afterwards touches it.
 */
export const factFates = [
  "carried",
  "asked-again",
  "said-again",
  "contradicted",
  "lost",
  "not-needed",
] as const;
export type FactFate = (typeof factFates)[number];

/** Something that was known before a handoff, and what became of it until the next one. */
export type KnownFact = {
  readonly kind: "detail" | "step" | "commitment";
  /** In plain words: "account number", "restarted the router", "credit of $40". */
  readonly what: string;
  /** Where it was said first. */
  readonly given: Quote;
  readonly by: "customer" | "agent";
  readonly after: FactFate;
  /** What shows it after the handoff: words, or the tool call that used it; null where not needed. */
  readonly seen: Evidence | null;
};

export type HandoffFacts = {
  /** Position of the handoff in the case, from 0. */
  readonly handoff: number;
  /** In the order in which they were said. */
  readonly facts: readonly KnownFact[];
};

/** What a fact is called inside a sentence: "the account number", but "what the matter is" and "“XEWRD9”". */
export function withArticle(what: string): string {
  return /^(what|“)/.test(what) ? what : `the ${what}`;
}
