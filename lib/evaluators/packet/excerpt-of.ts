type Range = { readonly start: number; readonly end: number };

const sideMax = 80;
/** The boundaries of a phrase in prose or JSON. */
const before = /[",;{}[\]\n]|[.!?] /g;
/** Matches the rest of a JSON key and its colon, if the match is inside a key. */
const nameOfField = /^[\w ]*"\s*:\s*"?/;
const after = /[",;{}[\]\n]|[.!?](?: |$)/;

/** The phrase around a range of a text, without JSON punctuation: `order_id: W5512390`. */
export function excerptOf(text: string, { start, end }: Range): string {
  const left = text.slice(Math.max(0, start - sideMax), start);
  const begin = start - left.length + ([...left.matchAll(before)].at(-1)?.index ?? -1) + 1;
  const right = text.slice(end, end + sideMax);
  const value = nameOfField.exec(right)?.[0].length ?? 0;
  const rest = right.slice(value);
  const stop = end + value + (after.exec(rest)?.index ?? rest.length);
  return text
    .slice(begin, stop)
    .replaceAll(/"\s*:\s*"?/g, ": ")
    .replaceAll(/["{}[\]\\]+/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s.,;:]+|[\s,;:]+$/g, "");
}
