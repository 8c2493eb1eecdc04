import type { Utterance } from "@/lib/domain/trace/reading";
import type { DraftMessage } from "./transcript";
import { utteranceKey } from "./utterance-key";

const leastCarried = 3;

/**
 * Counts the utterances at a prompt's beginning that come from an earlier contact: at least three
 * in a row as they were there, up to its last.
 */
export function countCarriedOver(
  words: readonly Utterance[],
  earlier: readonly (readonly DraftMessage[])[],
): number {
  if (words.length < leastCarried) return 0;
  const counts = earlier.map((messages) => countFrom(words, messages.filter(isSpoken)));
  return Math.max(0, ...counts);
}

function isSpoken(message: DraftMessage): boolean {
  return message.text !== "" && message.tool === null;
}

/** Tool results and calls without text in between count with their neighbours. */
function countFrom(words: readonly Utterance[], messages: readonly DraftMessage[]): number {
  const start = messages.findIndex((message) => isSame(message, words[0]));
  if (start === -1) return 0;
  let next = start;
  let count = 0;
  for (const utterance of words) {
    const isSpeech = utterance.speaker !== "tool" && utterance.text !== "";
    if (isSpeech && !isSame(messages[next], utterance)) break;
    if (isSpeech) next += 1;
    count += 1;
  }
  return next === messages.length && next - start >= leastCarried ? count : 0;
}

function isSame(message: DraftMessage | undefined, utterance: Utterance | undefined): boolean {
  if (message === undefined || utterance === undefined) return false;
  return message.keys.includes(utteranceKey(utterance));
}
