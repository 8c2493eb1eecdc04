import type { ClaimText } from "./find-claims";
import { gramsOf, isNegated, type SourceIndex, type Window } from "./index-sources";
import type { Rarity } from "./rarity";
import { readTokens, type Token } from "./read-tokens";

export type ClaimStatus = "supported" | "contradicted" | "unsupported";

/** Amounts compared in a claim; they add up over the claims of an answer. */
export type ClaimAmounts = {
  /** Summed rarity of its content words, and of those found in a source. */
  readonly mass: number;
  readonly found: number;
  /** All words including small ones, and those found in a source. */
  readonly words: number;
  readonly wordsFound: number;
  /** Pairs of consecutive content words, and those consecutive in a source too. */
  readonly pairs: number;
  readonly pairsFound: number;
  readonly numbers: number;
  readonly numbersMissing: number;
  readonly names: number;
  readonly namesMissing: number;
};

export type JudgedClaim = {
  readonly claim: ClaimText;
  readonly status: ClaimStatus;
  /** Share of the claim's content found in the sources, 0 to 1. */
  readonly support: number;
  readonly amounts: ClaimAmounts;
  /** The closest window of the sources; null if nothing in them is related. */
  readonly closest: Window | null;
  /** Numbers and names of the claim found in no source, as written. */
  readonly missing: readonly string[];
};

/** Words of one claim that are compared; no sentence has more. */
const wordsMax = 300;
const leastOfNumber = 4;
const supportedFrom = 0.7;
/** A claim whose other words are in one window to this share is about the same thing. */
const sameFrom = 0.8;
const sameWithNegationFrom = 0.9;

/**
 * Compares a claim with sources: words by stem, similar words in part, numbers, names and negation exactly.
 * @param said words of the customer, which need half as much support
 */
export function judgeClaim(
  claim: ClaimText,
  sources: SourceIndex,
  { rarity, said }: { readonly rarity: Rarity; readonly said: ReadonlySet<string> },
): JudgedClaim {
  const tokens = readTokens(claim.text).slice(0, wordsMax);
  const contentTokens = tokens.filter((token) => !token.isSmall);
  const weigh = (token: Token) =>
    token.kind === "number" ? Math.max(rarity(token.key), leastOfNumber) : rarity(token.key);
  const numbers = contentTokens.filter((token) => token.kind === "number");
  const names = contentTokens.filter((token) => token.isName);
  const isMissing = (token: Token) => !sources.keys.has(token.key);
  const missing = contentTokens.filter(
    (each) => (each.kind === "number" || each.isName) && isMissing(each),
  );
  const pairs = contentTokens
    .slice(1)
    .map((token, at) => `${contentTokens[at]?.key ?? ""} ${token.key}`);
  const mass = sum(contentTokens, weigh);
  const found = sum(contentTokens, (token) => weigh(token) * shareFound(token, sources, said));
  const amounts: ClaimAmounts = {
    mass,
    found,
    words: tokens.length,
    wordsFound: tokens.filter((token) => !isMissing(token)).length,
    pairs: pairs.length,
    pairsFound: pairs.filter((pair) => sources.pairs.has(pair)).length,
    numbers: numbers.length,
    numbersMissing: numbers.filter(isMissing).length,
    names: names.length,
    namesMissing: names.filter(isMissing).length,
  };
  const near = findClosest(contentTokens, sources, weigh);
  const support = mass === 0 ? 0 : found / mass;
  const isSupported = support >= supportedFrom && missing.length === 0;
  const isDenied = near !== null && contradicts(claim, { contentTokens, near, isMissing, weigh });
  return {
    claim,
    status: isDenied ? "contradicted" : isSupported ? "supported" : "unsupported",
    support,
    amounts,
    closest: near?.window ?? null,
    missing: missing.map(({ start, end }) => claim.text.slice(start, end)),
  };
}

type Near = { readonly window: Window; readonly share: number };

/** True if a source has nearly the same words with another number or the opposite polarity. */
function contradicts(
  { text }: ClaimText,
  seen: {
    readonly contentTokens: readonly Token[];
    readonly near: Near;
    readonly isMissing: (token: Token) => boolean;
    readonly weigh: (token: Token) => number;
  },
): boolean {
  const { contentTokens, near, isMissing, weigh } = seen;
  const { window } = near;
  const others = contentTokens.filter((token) => token.kind !== "number");
  if (others.length < 2) return false;
  const same = shareIn(window, others, weigh);
  const isOtherNumber = contentTokens.some((token) => token.kind === "number" && isMissing(token));
  if (isOtherNumber && window.hasNumber && same >= sameFrom) return true;
  return (
    window.sentences === 1 &&
    near.share >= sameWithNegationFrom &&
    isNegated(text) !== window.isNegated
  );
}

/**
 * 1 for a word in a source, 0.5 if only the customer said it, else its similarity to the most
 * similar word.
 */
function shareFound(token: Token, sources: SourceIndex, said: ReadonlySet<string>): number {
  if (sources.keys.has(token.key)) return 1;
  if (said.has(token.key)) return 0.5;
  return token.kind === "number" ? 0 : likeness(token.key, sources);
}

/** Highest Dice coefficient of letter 4-grams with a word of the sources. */
function likeness(key: string, { byGram }: SourceIndex): number {
  const grams = gramsOf(key);
  const shared = new Map<string, number>();
  for (const gram of grams) {
    for (const word of byGram.get(gram) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
  }
  let best = 0;
  for (const [word, count] of shared) {
    best = Math.max(best, (2 * count) / (grams.length + gramsOf(word).length));
  }
  return best;
}

/** The window with the largest share of a claim's words; of equal ones the shortest, then the first. */
function findClosest(
  contentTokens: readonly Token[],
  { windows }: SourceIndex,
  weigh: (token: Token) => number,
): Near | null {
  let best: Near | null = null;
  for (const window of windows) {
    const share = shareIn(window, contentTokens, weigh);
    if (share > (best?.share ?? 0)) best = { window, share };
  }
  return best;
}

function shareIn(
  { keys }: Window,
  tokens: readonly Token[],
  weigh: (token: Token) => number,
): number {
  const mass = sum(tokens, weigh);
  return mass === 0 ? 0 : sum(tokens, (token) => (keys.has(token.key) ? weigh(token) : 0)) / mass;
}

function sum(tokens: readonly Token[], of: (token: Token) => number): number {
  return tokens.reduce((total, token) => total + of(token), 0);
}
