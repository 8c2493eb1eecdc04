import { hasLuhnDigit } from "../is-card-number";
import { eachMatch } from "@/lib/learning/each-match";
import type { Candidate } from "../text-masker";

/** Fifteen digits, also in an IMEI's groups of 2, 6, 6 and 1. */
const written =
  /(?<![\p{L}\p{N}_.#-])(?:\d{15}|\d{2}([ -])\d{6}\1\d{6}\1\d)(?![\p{L}\p{N}_]|[.-]\d)/gu;
const deviceBefore =
  /\b(?:imei|meid|devices?|handset|phone|mobile|cell|tablet|sim|serial)\b[^.!?\n]{0,40}$/i;
const reach = 60;

/** Finds IMEIs, which name one telephone: fifteen digits with their check digit, grouped as such or called a device's. */
export function findDeviceIds(text: string): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(written, text, (match) => {
    const value = match[0].replace(/\D/g, "");
    if (!hasLuhnDigit(value)) return;
    const isGrouped = match[0].length > value.length;
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    if (!isGrouped && !deviceBefore.test(before)) return;
    found.push({ type: "ACCOUNT", start: match.index, end: match.index + match[0].length, value });
  });
  return found;
}
