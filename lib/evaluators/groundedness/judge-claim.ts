import type { ClaimText } from "./find-claims";
import { readForms, type FormedNumber } from "./figure-forms";
import { gramsOf, type SourceIndex, type Window } from "./index-sources";
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

/**
 * Compares a claim with sources: words by stem, similar words in part, numbers and names exactly.
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
  const seen = { contentTokens, forms: readForms(claim.text, tokens), isMissing, weigh };
  const isDenied = near !== null && contradicts(claim, near, seen);
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

/** What agents say of themselves is no matter of sources. */
const ofOneself = /\b(?:i|i['’]\w+|my|me)\b/i;

/**
 * True if a source has nearly the same words with another number of the same form, where no source has the claim's. A
 * negation more or less is none: of four such flags on public labels none was right.
 */
function contradicts(
  { text }: ClaimText,
  { window }: Near,
  seen: {
    readonly contentTokens: readonly Token[];
    readonly forms: readonly FormedNumber[];
    readonly isMissing: (token: Token) => boolean;
    readonly weigh: (token: Token) => number;
  },
): boolean {
  const { contentTokens, forms, isMissing, weigh } = seen;
  // "I'm not sure, but it was 1998" is of something else.
  if (ofOneself.test(text.split(/\bbut\b/i).at(-1) ?? "")) return false;
  const others = contentTokens.filter((token) => token.kind !== "number");
  if (others.length < 2) return false;
  const same = shareIn(window, others, weigh);
  const missing = new Set(contentTokens.filter(isMissing).map(({ key }) => key));
  const own = new Set(forms.map(({ key }) => key));
  const isOtherNumber = forms.some(
    ({ key, form }) =>
      missing.has(key) && window.forms.some((each) => each.form === form && !own.has(each.key)),
  );
  return isOtherNumber && same >= sameFrom;
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
