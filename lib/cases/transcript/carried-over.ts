import type { Utterance } from "@/lib/domain/trace/reading";
import type { DraftMessage } from "./transcript";
import { utteranceKey } from "./utterance-key";

const leastCarried = 3;
/** Least letters of a question and its answer that are carried over alone. */
const leastLetters = 24;

/**
 * Counts the utterances at a prompt's beginning that come from earlier contacts: at least three in a row as they were
 * there, up to its last, or its only question with the answer. Further contacts may follow the first.
 */
export function countCarriedOver(
  words: readonly Utterance[],
  earlier: readonly (readonly DraftMessage[])[],
): number {
  if (words.length < 2) return 0;
  const spoken = earlier.map((messages) => messages.filter(isSpoken));
  let carried = 0;
  for (;;) {
    const rest = words.slice(carried);
    const more = Math.max(0, ...spoken.map((messages) => countFrom(rest, messages)));
    if (more === 0) return carried;
    carried += more;
  }
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
  const isWhole = next === messages.length;
  return isWhole && isCarried(messages.slice(start, next)) ? count : 0;
}

function isCarried(messages: readonly DraftMessage[]): boolean {
  if (messages.length >= leastCarried) return true;
  const [question, answer] = messages;
  if (question?.speaker !== "customer" || answer?.speaker !== "agent") return false;
  return question.text.length + answer.text.length >= leastLetters;
}

function isSame(message: DraftMessage | undefined, utterance: Utterance | undefined): boolean {
  if (message === undefined || utterance === undefined) return false;
  return message.keys.includes(utteranceKey(utterance));
}
