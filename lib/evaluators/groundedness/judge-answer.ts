import { findClaims } from "./find-claims";
import type { SourceIndex } from "./index-sources";
import { judgeClaim, type ClaimAmounts, type JudgedClaim } from "./judge-claim";
import type { Rarity } from "./rarity";
import { readTokens } from "./read-tokens";

export type JudgedAnswer = {
  readonly claims: readonly JudgedClaim[];
  /** Sentences that only say that something is not known. */
  readonly unknowns: number;
  /** Claims that were not compared, because there are too many. */
  readonly unread: number;
  /** What is weighed; each is higher, the better the sources support the answer. */
  readonly figures: readonly number[];
};

/** A short answer is drawn towards the middle by this much rarity of words. */
const evenMass = 8;
/** What a sentence that says one does not know counts as: supported words. */
const massOfUnknown = 2;

/**
 * Judges each claim of an answer against the sources.
 * @param asked what the customer said before it
 * @param isLeftOut claims that the sources are not asked for
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
