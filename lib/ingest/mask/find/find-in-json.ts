import { decodeEscapes } from "../decode-escapes";
import type { Candidate } from "../text-masker";

const literal = /"((?:[^"\\]|\\.)*)"(\s*:)?|[\]}]/g;

/**
 * Finds personal data in a JSON object or list, leaf by leaf with its key.
 * @param find finds it in one text
 * @returns null if the text is no JSON object or list
 */
export function findInJson(
  text: string,
  find: (leaf: string, key: string | undefined) => readonly Candidate[],
): readonly Candidate[] | null {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return null;
  const found: Candidate[] = [];
  let key: string | undefined;
  for (const match of text.matchAll(literal)) {
    const written = match[1];
    if (written === undefined) {
      key = undefined;
      continue;
    }
    if (match[2] !== undefined) {
      key = written;
      continue;
    }
    const decoded = decodeEscapes(written);
    for (const candidate of find(decoded?.text ?? written, key)) {
      const from = match.index + 1;
      const start = from + (decoded?.offsets[candidate.start] ?? candidate.start);
      found.push({
        ...candidate,
        start,
        end: from + (decoded?.offsets[candidate.end] ?? candidate.end),
      });
    }
  }
  return found;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
