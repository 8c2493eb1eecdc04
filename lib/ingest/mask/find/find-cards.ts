import { eachMatch } from "@/lib/learning/each-match";
import { isCardNumber } from "../numbers/is-card-number";
import type { Candidate } from "../text-masker";

type Group = { readonly start: number; readonly end: number };

const shortest = 13;
const separators = /^[ \u00A0\-\u2010-\u2015+.]$/;
/** Unusual separators: 4111_1111_1111_1111, 4111/1111/1111/1111, 4111 - 1111 - 1111 - 1111. */
export const looseSeparators = /^[ \u00A0\-\u2010-\u2015+._/\u00B7]{1,3}$/;
const separatorsMax = 3;

/**
 * Finds card numbers: 13 to 19 digits in one run or in groups with one separator (or what `joint`
 * matches), of an issuer's range and with a valid Luhn check digit. Decimals and parts of longer
 * numbers or hexadecimal ids are skipped.
 */
export function findCards(text: string, joint = separators): Candidate[] {
  const found: Candidate[] = [];
  let groups: Group[] = [];
  eachMatch(/\d+/g, text, (match) => {
    const group = { start: match.index, end: match.index + match[0].length };
    const last = groups.at(-1);
    const joins =
      last !== undefined &&
      group.start - last.end <= separatorsMax &&
      joint.test(text.slice(last.end, group.start));
    groups = joins ? [...groups.slice(-18), group] : [group];
    const card = cardEndingIn(text, groups);
    if (card !== null) {
      found.push(card);
      groups = [];
    }
  });
  return found;
}

/** The longest card number that ends with the last group. */
function cardEndingIn(text: string, groups: readonly Group[]): Candidate | null {
  const end = groups.at(-1)?.end ?? 0;
  if (/^(?:[A-Za-z\p{L}]|\.\d)/u.test(text.slice(end, end + 2))) return null;
  let digits = "";
  let card: Candidate | null = null;
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = groups[index];
    if (group === undefined || digits.length + group.end - group.start > 19) break;
    digits = text.slice(group.start, group.end) + digits;
    if (digits.length >= shortest && isCardNumber(digits) && isWholeAt(text, group.start)) {
      card = { type: "CARD", start: group.start, end, value: digits };
    }
  }
  return card;
}

function isWholeAt(text: string, start: number): boolean {
  return !/[\p{L}\d]$|\d\.$/u.test(text.slice(Math.max(0, start - 2), start));
}
