import type { Utterance } from "@/lib/domain/trace/reading";
import { utteranceKey } from "./utterance-key";

/** Letters of a repeated stretch that no two parts of a conversation share by chance. */
const leastLetters = 32;

/**
 * A prompt's utterances without a stretch from its beginning that stands in it a second time, as where a framework
 * adds a history to a history. The stretch has words of both sides: somebody may well say the same twice.
 */
export function withoutRepeats(words: readonly Utterance[]): readonly Utterance[] {
  const [first] = words;
  if (first === undefined || words.length < 4) return words;
  const key = utteranceKey(first);
  for (let at = 2; at < words.length; at += 1) {
    const other = words[at];
    if (other === undefined || utteranceKey(other) !== key) continue;
    const length = countRepeated(words, at);
    // All that stands before is repeated; or all that follows is.
    const isWhole = length === at || at + length === words.length;
    if (isWhole && isUnlikely(words.slice(0, length))) {
      return withoutRepeats([...words.slice(0, at), ...words.slice(at + length)]);
    }
  }
  return words;
}

/** How many utterances from `at` on are those from the beginning, in order. */
function countRepeated(words: readonly Utterance[], at: number): number {
  let length = 0;
  while (length < at && at + length < words.length) {
    const [one, other] = [words[length], words[at + length]];
    if (one === undefined || other === undefined) break;
    if (utteranceKey(one) !== utteranceKey(other)) break;
    length += 1;
  }
  return length;
}

function isUnlikely(stretch: readonly Utterance[]): boolean {
  const speakers = new Set(stretch.map(({ speaker }) => speaker));
  const letters = stretch.reduce((sum, { text }) => sum + text.length, 0);
  return speakers.has("customer") && speakers.has("agent") && letters >= leastLetters;
}
