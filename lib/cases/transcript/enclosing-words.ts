import type { Utterance } from "@/lib/domain/trace/reading";

const leastLength = 2;
/** So many words are the customer's wherever they stand in a template. */
const leastWords = 3;
const opens = new Set(["\n", ":", ">", '"', "'", "“", "„", "«", "`", "]", "|"]);
const closes = new Set(["\n", "<", '"', "'", "”", "“", "»", "`", "[", "|"]);

/** The customer's words as another span has them. */
export type GivenWords = {
  readonly text: string;
  /** Whether that span is around the prompt's; else only a place of the template is theirs. */
  readonly isAround: boolean;
};

/**
 * A prompt in which the customer's newest words stand in a template, with the words that a span around it was given:
 * they fill a place of the template, a line of its own or what follows a label, or are several words of it.
 * @param given the customer's words by other spans, nearest first
 */
export function withoutTemplate(
  words: readonly Utterance[],
  given: Iterable<GivenWords>,
): readonly Utterance[] {
  const at = words.findLastIndex(({ speaker }) => speaker === "customer");
  const newest = words[at];
  if (newest === undefined) return words;
  for (const { text: each, isAround } of given) {
    const text = each.trim();
    if (text === newest.text.trim()) return words;
    // Of an earlier turn, the words may begin a message of their own.
    if (words.some((one, index) => index < at && one.text.trim() === text)) continue;
    const isLong = text.split(/\s+/).length >= leastWords;
    if (!(isAround || isLong) || !fillsPlace(newest.text, text, isAround && isLong)) continue;
    return words.with(at, { ...newest, text });
  }
  return words;
}

function fillsPlace(template: string, text: string, isLong: boolean): boolean {
  if (text.length < leastLength || text.length >= template.length) return false;
  let from = template.indexOf(text);
  while (from !== -1) {
    const before = skipBlanks(template, from - 1, -1);
    const after = skipBlanks(template, from + text.length, 1);
    const isOpen = before === "" ? isLong : opens.has(before);
    const isPlace = isOpen && (after === "" || closes.has(after));
    if (isPlace || (isLong && isWhole(template, from, text.length))) return true;
    from = template.indexOf(text, from + text.length);
  }
  return false;
}

/** True if no word goes on before or behind. */
function isWhole(template: string, from: number, length: number): boolean {
  const around = template.charAt(from - 1) + template.charAt(from + length);
  return !/[\p{L}\p{N}]/u.test(around);
}

/** The next character that is neither blank nor tab; "" at the text's end. */
function skipBlanks(text: string, from: number, step: 1 | -1): string {
  let at = from;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at += step;
  return text.charAt(at) === "\r" ? "\n" : text.charAt(at);
}
