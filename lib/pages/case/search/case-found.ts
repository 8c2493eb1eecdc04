import { hitAnchor, messageAnchor } from "@/lib/format/anchors";
import type { TextSegment } from "@/lib/format/segment-text";
import { findHits } from "@/lib/analytics/search/find-hits";
import { hitSentence, type HitSentence } from "@/lib/analytics/search/hit-words";
import { placeOfName } from "@/lib/analytics/search/row-hit";
import type { CaseSearch, FoundTerm } from "@/lib/analytics/search/search-case";
import { splitAtHits, type FoundSegment } from "@/lib/analytics/search/split-at-hits";

/** A place that the keys of a search step to. */
export type FoundStop = {
  readonly anchor: string;
  /** Its message, which is where an address may lead instead. */
  readonly messageAnchor: string;
  readonly href: string;
};

/** What a search found in a case. */
export type CaseFound = {
  /** As typed. */
  readonly text: string;
  /** One per term; without an address where the term has no place in the transcript. */
  readonly reasons: readonly (HitSentence & { readonly href: string | null })[];
  /** In the order of the transcript. */
  readonly stops: readonly FoundStop[];
};

/** More are not stepped through. */
const stopsMax = 1000;

/**
 * Says why a search has a case, and where.
 * @param hrefOf the address of an anchor within a message
 */
export function caseFound(
  text: string,
  { terms, hits }: Pick<CaseSearch, "terms" | "hits">,
  hrefOf: (message: number, anchor: string) => string,
): CaseFound {
  const reasons = terms.map((term) => ({ ...hitSentence(term), href: hrefOfTerm(term, hrefOf) }));
  const said = [...hits].flatMap(([ordinal, own]) =>
    own.map((_, at) => ({ ordinal, at, anchor: hitAnchor(ordinal, at + 1) })),
  );
  const named = terms.flatMap(({ name }) =>
    (name?.messages ?? []).map((ordinal) => ({ ordinal, at: -1, anchor: messageAnchor(ordinal) })),
  );
  const stops = [...said, ...named]
    .sort((one, other) => one.ordinal - other.ordinal || one.at - other.at)
    .slice(0, stopsMax)
    .map(({ ordinal, anchor }) => ({
      ...{ anchor, messageAnchor: messageAnchor(ordinal) },
      href: hrefOf(ordinal, anchor),
    }));
  return { text, reasons, stops };
}

function hrefOfTerm(
  { said, name }: FoundTerm,
  hrefOf: (message: number, anchor: string) => string,
): string | null {
  if (said !== null) return hrefOf(said.ordinal, hitAnchor(said.ordinal, said.hit));
  const place = name === null ? null : placeOfName(name);
  if (place === null) return null;
  return place.message === null ? `#${place.anchor}` : hrefOf(place.message, place.anchor);
}

/** The segments of a message with the words that a search found in it. */
export function foundSegments(
  ordinal: number,
  segments: readonly TextSegment[],
  search: CaseSearch | null,
): readonly (TextSegment | FoundSegment)[] {
  if (search?.hits.has(ordinal) !== true) return segments;
  const text = segments.map(({ raw }) => raw).join("");
  return splitAtHits(segments, findHits(text, search.patterns));
}
