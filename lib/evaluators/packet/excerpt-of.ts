type Range = { readonly start: number; readonly end: number };

const sideMax = 80;
/** Where a saying ends, in prose or in JSON. */
const before = /[",;{}[\]\n]|[.!?] /g;
/** What follows where the words stand in a field's name. */
const nameOfField = /^[\w ]*"\s*:\s*"?/;
const after = /[",;{}[\]\n]|[.!?](?: |$)/;

/** The saying that holds a stretch of a text, without the marks of JSON: `order_id: W5512390`. */
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
