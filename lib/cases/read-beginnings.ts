import type { Message } from "@/lib/domain/case/case";
import type { DataFinding } from "@/lib/domain/trace/finding";

/**
 * UTF-16 units of a message's words, and of a call's arguments, that evaluators and whatever else reads their
 * meaning are given: nobody says more in one message. What lies beyond is masked, stored and shown all the same.
 */
export const readTextMax = 65_536;

/**
 * The messages as their meaning is read: each text up to `readTextMax`, so that a place in it is the same place in
 * the whole text.
 * @returns the same list where no text is longer
 */
export function readBeginnings(messages: readonly Message[]): readonly Message[] {
  return messages.some(isLong)
    ? messages.map((each) => (isLong(each) ? cut(each) : each))
    : messages;
}

/** One finding where the meaning of messages was read in part, else none. */
export function findLongTexts(messages: readonly Message[]): readonly DataFinding[] {
  const count = messages.filter(isLong).length;
  if (count === 0) return [];
  const subject = count === 1 ? "1 message is" : `${count} messages are`;
  const detail = `${subject} longer than ${readTextMax} characters: evaluators read the beginning.`;
  return [{ code: "text-read-in-part", detail }];
}

function isLong({ text, tool, toolCalls }: Message): boolean {
  return (
    text.length > readTextMax ||
    (tool?.args.length ?? 0) > readTextMax ||
    toolCalls.some(({ args }) => args.length > readTextMax)
  );
}

function cut(message: Message): Message {
  const { text, tool, toolCalls } = message;
  return {
    ...message,
    text: beginningOf(text),
    tool: tool === null ? null : { ...tool, args: beginningOf(tool.args) },
    toolCalls: toolCalls.map((call) => ({ ...call, args: beginningOf(call.args) })),
  };
}

/** A character beyond U+FFFF is kept whole or left out. */
function beginningOf(text: string): string {
  if (text.length <= readTextMax) return text;
  const isPairCut = /[\uD800-\uDBFF]/.test(text.charAt(readTextMax - 1));
  return text.slice(0, isPairCut ? readTextMax - 1 : readTextMax);
}
