import type { Candidate } from "../text-masker";

const passesMax = 8;

/** Finds personal data in a text once; called again on the masked text until it finds nothing. */
export type FindOnce = (text: string) => readonly Candidate[];

/** A stretch of the original text and what it is replaced by. */
export type Stretch = Candidate & { readonly replacement: string };

/**
 * Finds all personal data in a text: what is found is masked, and the rest looked through again, until nothing
 * more is found, so that masking what is masked changes nothing.
 * @param find returns candidates in order, none overlapping another
 * @param replacementOf what stands in place of a candidate
 * @param known stretches that were found already
 * @returns stretches of the original text in order, none overlapping another
 */
export function findStretches(
  text: string,
  find: FindOnce,
  replacementOf: (candidate: Candidate) => string,
  known: readonly Stretch[] = [],
): readonly Stretch[] {
  let stretches = known;
  let masked = replaceStretches(text, known);
  for (let pass = 0; pass < passesMax; pass += 1) {
    const found = find(masked);
    if (found.length === 0) break;
    const placed = placeAll(found, stretches, replacementOf);
    stretches = [...outside(stretches, placed), ...placed].sort((a, b) => a.start - b.start);
    masked = replaceStretches(text, stretches);
  }
  return stretches;
}

/** Puts each stretch's mark in its place. */
export function replaceStretches(text: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of stretches) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/**
 * Where candidates of the masked text stand in the original: a mark is as wide as what it stands for.
 * Both lists are in order, so one walk over the two places all.
 */
function placeAll(
  found: readonly Candidate[],
  known: readonly Stretch[],
  replacementOf: (candidate: Candidate) => string,
): Stretch[] {
  let next = 0;
  /** How much further on the original is than the masked text, behind the stretches before `next`. */
  let ahead = 0;
  return found.map((candidate) => {
    for (let stretch = known[next]; stretch !== undefined; stretch = known[next]) {
      const wider = stretch.end - stretch.start - stretch.replacement.length;
      if (stretch.end - ahead - wider > candidate.start) break;
      ahead += wider;
      next += 1;
    }
    let start = candidate.start + ahead;
    let end = candidate.end + ahead;
    for (let at = next; at < known.length; at += 1) {
      const stretch = known[at];
      if (stretch === undefined || stretch.start >= end) break;
      start = Math.min(start, stretch.start);
      const wider = stretch.end - stretch.start - stretch.replacement.length;
      end = end + wider < stretch.end ? stretch.end : end + wider;
    }
    return { ...candidate, start, end, replacement: replacementOf(candidate) };
  });
}

/** The stretches that lie in none of the newer ones, which are in order. */
function outside(stretches: readonly Stretch[], newer: readonly Stretch[]): Stretch[] {
  let next = 0;
  let covered = 0;
  return stretches.filter(({ start, end }) => {
    for (let each = newer[next]; each !== undefined; each = newer[next]) {
      if (each.start > start) break;
      covered = Math.max(covered, each.end);
      next += 1;
    }
    return covered < end;
  });
}
