import type { Message } from "@/lib/domain/case/case";
import type { DataFinding } from "@/lib/domain/trace/finding";

/**
 * Limit, in UTF-16 units, of a message's text and a call's arguments that evaluators read. Longer
 * text is still masked, stored and shown.
 */
export const readTextMax = 65_536;

/**
 * The messages with each text truncated to `readTextMax`; offsets stay valid in the whole text.
 * @returns the same list if no text is longer
 */
export function readBeginnings(messages: readonly Message[]): readonly Message[] {
  return messages.some(isLong)
    ? messages.map((each) => (isLong(each) ? cut(each) : each))
    : messages;
}

/** One finding if any message was truncated, else none. */
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

/** Does not split a surrogate pair. */
function beginningOf(text: string): string {
  if (text.length <= readTextMax) return text;
  const isPairCut = /[\uD800-\uDBFF]/.test(text.charAt(readTextMax - 1));
  return text.slice(0, isPairCut ? readTextMax - 1 : readTextMax);
}
