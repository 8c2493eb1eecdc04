import type { Candidate } from "./text-masker";

const passesMax = 8;

/** Finds personal data in a text once; called again on the masked text until it finds nothing. */
export type FindOnce = (text: string) => readonly Candidate[];

/** A stretch of the original text and what it is replaced by. */
export type Stretch = Candidate & { readonly mark: string };

/**
 * Finds all personal data in a text: what is found is masked, and the rest looked through again, until nothing
 * more is found, so that masking what is masked changes nothing.
 * @param markOf what stands in place of a candidate
 * @param known stretches that were found already
 * @returns stretches of the original text in order, none overlapping another
 */
export function findStretches(
  text: string,
  find: FindOnce,
  markOf: (candidate: Candidate) => string,
  known: readonly Stretch[] = [],
): readonly Stretch[] {
  let stretches = known;
  let masked = replaceStretches(text, known);
  for (let pass = 0; pass < passesMax; pass += 1) {
    const found = find(masked);
    if (found.length === 0) break;
    const placed = found.map((candidate) => place(candidate, stretches, markOf));
    const isInNew = ({ start, end }: Stretch) =>
      placed.some((next) => next.start <= start && end <= next.end);
    stretches = [...stretches.filter((each) => !isInNew(each)), ...placed].sort(
      (a, b) => a.start - b.start,
    );
    masked = replaceStretches(text, stretches);
  }
  return stretches;
}

/** Puts each stretch's mark in its place. */
export function replaceStretches(text: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, mark } of stretches) {
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** Where a candidate of the masked text stands in the original: a mark is as wide as what it stands for. */
function place(
  candidate: Candidate,
  stretches: readonly Stretch[],
  markOf: (candidate: Candidate) => string,
): Stretch {
  let { start, end } = candidate;
  let shift = 0;
  for (const known of stretches) {
    const from = known.start + shift;
    const to = from + known.mark.length;
    const width = known.end - known.start;
    if (to <= candidate.start) start += width - known.mark.length;
    else if (from < candidate.start) start = known.start;
    if (to <= candidate.end) end += width - known.mark.length;
    else if (from < candidate.end) end = known.end;
    shift += known.mark.length - width;
  }
  return { ...candidate, start, end, mark: markOf(candidate) };
}
