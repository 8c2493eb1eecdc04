import type { Content, Utterance } from "@/lib/domain/trace/reading";

/** Words in a request or reply that say what flattened messages may leave out. */
const failedAnswer = /"(?:is_?[eE]rror|error)\\?"\s*:\s*true|"status\\?"\s*:\s*\\?"error\\?"/;
const anyCall = /tool_?[cC]all|function_?[cC]all|tool_?[uU]se|ToolCall|toolRequest/;

/**
 * Whether another key of one span may say more of the tools in these messages than they do.
 * @param text the other key's value, or for a flattened family its keys
 */
export function mayComplete(content: readonly Utterance[], text: string): boolean {
  if (content.some(({ speaker }) => speaker === "tool")) {
    return failedAnswer.test(text) || (hasUnknownAnswer(content) && anyCall.test(text));
  }
  return !content.some(hasCalls) && anyCall.test(text);
}

/** A tool's answer to a call that is not among the messages. */
function hasUnknownAnswer(content: readonly Utterance[]): boolean {
  const ids = new Set(content.flatMap(({ toolCalls = [] }) => toolCalls.map(({ id }) => id)));
  return content.some(
    ({ speaker, toolCallId, name }) =>
      speaker === "tool" && name === undefined && !ids.has(toolCallId ?? ""),
  );
}

/**
 * Adds what another key of the same span says of tools: all its messages if they have these ones and calls besides,
 * else the calls of a reply's text, and which answers are errors.
 */
export function completeContent(
  content: readonly Utterance[],
  other: Content | null,
): readonly Utterance[] {
  if (other === null || typeof other === "string" || other.length === 0) return content;
  const isFuller = countCalls(other) > countCalls(content) && holdsAll(other, content);
  const said = isFuller ? [...content.filter(isSystem), ...other.filter(not(isSystem))] : content;
  return withErrors(withReplysCalls(said, other), other);
}

const isSystem = ({ speaker }: Utterance): boolean => speaker === "system";
const not =
  (test: (one: Utterance) => boolean) =>
  (one: Utterance): boolean =>
    !test(one);

function hasCalls({ toolCalls = [] }: Utterance): boolean {
  return toolCalls.length > 0;
}

function countCalls(content: readonly Utterance[]): number {
  return content.reduce((count, { toolCalls = [] }) => count + toolCalls.length, 0);
}

/** True if the words of one are among those of the other, in order. */
function holdsAll(other: readonly Utterance[], content: readonly Utterance[]): boolean {
  let at = 0;
  for (const one of content) {
    if (isSystem(one)) continue;
    while (at < other.length && !isSame(one, other[at])) at += 1;
    if (at === other.length) return false;
    at += 1;
  }
  return true;
}

function isSame(one: Utterance, other: Utterance | undefined): boolean {
  return one.speaker === other?.speaker && one.text.trim() === other.text.trim();
}

/** LiteLLM flattens the calls of one reply as one choice each. */
function withReplysCalls(
  content: readonly Utterance[],
  other: readonly Utterance[],
): readonly Utterance[] {
  const [reply, ...further] = content;
  if (reply === undefined || further.length > 0 || reply.speaker !== "agent" || hasCalls(reply)) {
    return content;
  }
  const isOfReply = other.every(
    ({ speaker, text }) =>
      speaker === "agent" && (text === "" || text.trim() === reply.text.trim()),
  );
  const toolCalls = isOfReply ? other.flatMap(({ toolCalls: own = [] }) => own) : [];
  return toolCalls.length === 0 ? content : [{ ...reply, toolCalls }];
}

function withErrors(
  content: readonly Utterance[],
  other: readonly Utterance[],
): readonly Utterance[] {
  const failed = new Set(
    other.flatMap(({ isError, toolCallId }) =>
      isError === true && toolCallId !== undefined ? [toolCallId] : [],
    ),
  );
  if (failed.size === 0) return content;
  return content.map((one) =>
    one.speaker === "tool" && failed.has(one.toolCallId ?? "") ? { ...one, isError: true } : one,
  );
}
