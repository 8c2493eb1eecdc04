import type { Utterance } from "@/lib/domain/trace/reading";

const leastLength = 2;
const opens = new Set(["\n", ":", ">", '"', "'", "“", "„", "«", "`", "]", "|"]);
const closes = new Set(["\n", "<", '"', "'", "”", "“", "»", "`", "[", "|"]);

/**
 * A prompt in which the customer's newest words stand in a template, with the words that a span around it was given:
 * they fill a place of the template, a line of its own or what follows a label.
 * @param given the customer's words by the spans around, nearest first
 */
export function withoutTemplate(
  words: readonly Utterance[],
  given: Iterable<string>,
): readonly Utterance[] {
  const at = words.findLastIndex(({ speaker }) => speaker === "customer");
  const newest = words[at];
  if (newest === undefined) return words;
  for (const each of given) {
    const text = each.trim();
    if (text === newest.text.trim()) return words;
    if (!fillsPlace(newest.text, text)) continue;
    return words.with(at, { ...newest, text });
  }
  return words;
}

function fillsPlace(template: string, text: string): boolean {
  if (text.length < leastLength || text.length >= template.length) return false;
  let from = template.indexOf(text);
  while (from !== -1) {
    const before = skipBlanks(template, from - 1, -1);
    const after = skipBlanks(template, from + text.length, 1);
    if ((before === "" || opens.has(before)) && (after === "" || closes.has(after))) return true;
    from = template.indexOf(text, from + text.length);
  }
  return false;
}

/** The next character that is neither blank nor tab; "" at the text's end. */
function skipBlanks(text: string, from: number, step: 1 | -1): string {
  let at = from;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at += step;
  return text.charAt(at) === "\r" ? "\n" : text.charAt(at);
}
