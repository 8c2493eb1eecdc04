import { valueStart } from "../announced/announced";
import { numbers } from "../announced/numbers";
import { secrets } from "../announced/secrets";
import { createWordFinders } from "@/lib/learning/word-finder";
import { findLowerWordStarts } from "@/lib/learning/word-starts";
import { normaliseNumber } from "./find-numbers";
import type { Candidate } from "../text-masker";

const all = [...secrets, ...numbers];
const whichAreIn = createWordFinders(all.map(({ pattern }) => pattern));

/** Finds values that the words before them announce: card codes, plates, papers, door codes, network keys, user names. */
export function findAnnounced(text: string): Candidate[] {
  const found: Candidate[] = [];
  const starts = findLowerWordStarts(text);
  const areIn = whichAreIn(starts);
  for (let at = areIn.indexOf(true); at >= 0; at = areIn.indexOf(true, at + 1)) {
    const announced = all[at];
    if (announced === undefined || announced.beside?.test(text) === false) continue;
    const { type, label, isStatement, value, said } = announced;
    let before = 0;
    for (const match of label.matchesIn(starts)) {
      if (match.index < before) continue;
      const start = valueStart(starts.text, match.index + match[0].length, isStatement);
      if (start === null) continue;
      before = start;
      value.lastIndex = start;
      const end = value.test(text) ? value.lastIndex : (said?.(starts.text, start) ?? null);
      if (end === null) continue;
      const written = text.slice(start, end);
      const isNumber = type === "ACCOUNT" || type === "CARD";
      found.push({
        type,
        start,
        end,
        value: isNumber ? normaliseNumber(type, written) : written,
        isAnnounced: true,
      });
    }
  }
  return found;
}
