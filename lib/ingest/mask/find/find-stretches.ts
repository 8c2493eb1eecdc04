import type { Candidate } from "../text-masker";
import { normaliseWords } from "./find-numbers";

const passesMax = 8;

/** Finds personal data in a text; called again on the masked text until it finds nothing. */
export type FindOnce = (text: string) => readonly Candidate[];

/** A stretch of the original text and its replacement. */
export type Stretch = Candidate & { readonly replacement: string };

/**
 * Finds all personal data in a text: findings are masked and the result is searched again until
 * nothing more is found, so that masking is idempotent.
 * @param find returns ordered, non-overlapping candidates
 * @param replacementOf the replacement of a candidate
 * @param known stretches found before
 * @returns ordered, non-overlapping stretches of the original text
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

/** A space, a comma or the end of a line between the parts of one address. */
const withinAddress = /^,?(?: |\r?\n)$/;
/** "22 beech avenue", "hauptstraße 5": a street with its number, unlike "10115 berlin" and "flat 2". */
const startsWithHouse = /^\d{1,4}[a-z]? \p{L}/u;
const endsWithHouse =
  /^(?!(?:flat|apt|apartment|unit|suite|floor|po box) )\p{L}{3}.* \d{1,4}[a-z]?$/u;

/**
 * Makes one of the parts of an address that were found one by one. It has the value of its street and number, so that it
 * is the same whether the town is said or not. A house's number begins another address.
 * @param known stretches that stay as they are
 */
export function joinAddresses(
  text: string,
  stretches: readonly Stretch[],
  replacementOf: (candidate: Candidate) => string,
  known: readonly Stretch[] = [],
): readonly Stretch[] {
  const isKnown = new Set(known);
  const joined: Stretch[] = [];
  for (const next of stretches) {
    const last = joined.at(-1);
    const isOne =
      last?.type === "ADDRESS" &&
      next.type === "ADDRESS" &&
      !isKnown.has(last) &&
      !isKnown.has(next) &&
      !(/\d/.test(last.value) && startsWithHouse.test(next.value)) &&
      withinAddress.test(text.slice(last.end, next.start));
    if (!isOne) {
      joined.push(next);
      continue;
    }
    const { start } = last;
    const street = [last, next].find(
      ({ value }) => startsWithHouse.test(value) || endsWithHouse.test(value),
    );
    const value = street?.value ?? normaliseWords(text.slice(start, next.end));
    const whole: Candidate = { type: "ADDRESS", start, end: next.end, value };
    joined[joined.length - 1] = { ...whole, replacement: replacementOf(whole) };
  }
  return joined.length === stretches.length ? stretches : joined;
}

/** Substitutes each stretch by its replacement. */
export function replaceStretches(text: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of stretches) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** Maps candidates of the masked text to the original. Both lists are in order, so one pass suffices. */
function placeAll(
  found: readonly Candidate[],
  known: readonly Stretch[],
  replacementOf: (candidate: Candidate) => string,
): Stretch[] {
  let next = 0;
  /** Offset of the original relative to the masked text after the stretches before `next`. */
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

/** The stretches outside the newer ones, which are in order. */
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
