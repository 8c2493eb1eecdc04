import type { Evidence, Quote } from "./case";

/**
 * Fate of a known fact after a handoff. `lost`: a commitment that was denied. `said-again`: the customer repeated it
 * before anyone used it or asked. `verified-again`: asked for and said again to verify who the customer is, which is usual
 * in a new contact and no repetition. `not-needed`: nothing afterwards was found to refer to it.
 */
export const factFates = [
  "carried",
  "asked-again",
  "said-again",
  "verified-again",
  "contradicted",
  "lost",
  "not-needed",
] as const;
export type FactFate = (typeof factFates)[number];

/** A fact known before a handoff, and its fate until the next one. */
export type KnownFact = {
  readonly kind: "detail" | "step" | "commitment";
  /** In plain words: "account number", "restarted the router", "credit of $40". */
  readonly what: string;
  readonly given: Quote;
  readonly by: "customer" | "agent";
  readonly after: FactFate;
  /** Evidence after the handoff: words, or the tool call that used it; null if not needed. */
  readonly seen: Evidence | null;
};

export type HandoffFacts = {
  /** Position of the handoff in the case, from 0. */
  readonly handoff: number;
  /** In order of utterance. */
  readonly facts: readonly KnownFact[];
  /** True if the contact after the handoff is about another account than all before it: nothing is compared. */
  readonly isOfAnotherAccount: boolean;
};

/** Facts by whether they came up after a handoff; `saidAgain`: by the customer, unasked, which counts neither way. */
export type FactCount<Fact> = {
  readonly mattered: readonly Fact[];
  readonly carried: number;
  readonly saidAgain: readonly Fact[];
};

/** What a fate says of the handoff. */
export const fateResults = {
  carried: "kept",
  "asked-again": "failed",
  "said-again": "neither",
  "verified-again": "neither",
  contradicted: "failed",
  lost: "failed",
  "not-needed": "neither",
} as const satisfies Readonly<Record<FactFate, "kept" | "failed" | "neither">>;

export type FailedFate = {
  [Fate in FactFate]: (typeof fateResults)[Fate] extends "failed" ? Fate : never;
}[FactFate];

/** Worst first: a lost promise matters more than a repeated question. */
export const failedFates: readonly FailedFate[] = factFates
  .filter((fate): fate is FailedFate => fateResults[fate] === "failed")
  .toReversed();

/** Counts facts, promises among them, by their fates: the one way of counting of scores, badges, tracks and sentences. */
export function countFacts<Fact extends Pick<KnownFact, "after">>(
  facts: readonly Fact[],
): FactCount<Fact> {
  return {
    mattered: facts.filter(({ after }) => fateResults[after] !== "neither"),
    carried: facts.filter(({ after }) => after === "carried").length,
    saidAgain: facts.filter(({ after }) => after === "said-again"),
  };
}

/** The fact's noun phrase for a sentence: "the account number", but "what the matter is" and "“XEWRD9”". */
export function withArticle(what: string): string {
  return /^(what|which|where|how|“|tried)/.test(what) ? what : `the ${what}`;
}
