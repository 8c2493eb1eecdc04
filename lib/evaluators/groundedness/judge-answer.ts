import { findClaims } from "./find-claims";
import type { SourceIndex } from "./index-sources";
import { judgeClaim, type ClaimAmounts, type JudgedClaim } from "./judge-claim";
import type { Rarity } from "./rarity";
import { readTokens } from "./read-tokens";

export type JudgedAnswer = {
  readonly claims: readonly JudgedClaim[];
  /** Sentences that only say that something is not known. */
  readonly unknowns: number;
  /** Claims past the limit, which were not compared. */
  readonly unread: number;
  /** Features for the model; higher means better supported. */
  readonly figures: readonly number[];
};

/** Prior mass in words that shrinks a short answer's share towards one half. */
const evenMass = 8;
/** A sentence that says something is not known counts as this many supported words. */
const massOfUnknown = 2;

/**
 * Judges each claim of an answer against the sources.
 * @param asked the customer's message before it
 * @param isLeftOut claims that need no source
 */
export function judgeAnswer(
  answer: string,
  asked: string,
  {
    sources,
    rarity,
    isLeftOut = () => false,
  }: {
    readonly sources: SourceIndex;
    readonly rarity: Rarity;
    readonly isLeftOut?: (claim: string) => boolean;
  },
): JudgedAnswer {
  const said = new Set(readTokens(asked).map((token) => token.key));
  const { claims: found, unknowns, unread } = findClaims(answer);
  const texts = found.filter(({ text }) => !isLeftOut(text));
  const claims = texts.map((text) => judgeClaim(text, sources, { rarity, said }));
  return { claims, unknowns, unread, figures: figuresOf(claims, unknowns) };
}

function figuresOf(claims: readonly JudgedClaim[], unknowns: number): readonly number[] {
  const total = (key: keyof ClaimAmounts) =>
    claims.reduce((sum, { amounts }) => sum + amounts[key], 0);
  const known = massOfUnknown * unknowns;
  const share = (part: number, whole: number) => (whole === 0 ? 0.5 : part / whole);
  const speaking = claims.filter(({ claim }) => firstPerson.test(claim.text)).length;
  return [
    (total("found") + known + evenMass / 2) / (total("mass") + known + evenMass),
    share(total("wordsFound") + known, total("words") + known),
    share(total("pairsFound"), total("pairs")),
    -share(total("numbersMissing"), Math.max(1, total("numbers"))),
    -share(total("namesMissing"), Math.max(1, total("names"))),
    -share(speaking, Math.max(1, claims.length)),
  ];
}

const firstPerson = /\b(?:i|me|my|mine|we|our)\b/i;
