import type { Message } from "@/lib/domain/case/case";
import type { ToolCall } from "@/lib/domain/trace/reading";
import { indentJson } from "@/lib/format/indent-json";

/**
 * A contact's tool calls without a result. A result belongs to the call of the same name and arguments,
 * else to one of the same name without another result, unless only the call has arguments.
 * @param messages all messages of the contact
 * @returns by message ordinal, in order; messages without any are absent
 */
export function unansweredCalls(
  messages: readonly Message[],
): ReadonlyMap<number, readonly ToolCall[]> {
  const answers = messages.flatMap(({ tool }) => (tool === null ? [] : [tool]));
  const exact = new Set(answers.map(keyOf));
  const called = new Set(messages.flatMap(({ toolCalls }) => toolCalls.map(keyOf)));
  const spare = answers.filter((answer) => !called.has(keyOf(answer)));
  const isAnswered = (call: ToolCall): boolean => {
    if (exact.has(keyOf(call))) return true;
    const at = spare.findIndex(
      ({ name, args }) => name === call.name && (args !== "" || call.args === ""),
    );
    if (at !== -1) spare.splice(at, 1);
    return at !== -1;
  };
  const left = messages.map(({ ordinal, toolCalls }): [number, readonly ToolCall[]] => [
    ordinal,
    toolCalls.filter((call) => !isAnswered(call)),
  ]);
  return new Map(left.filter(([, calls]) => calls.length > 0));
}

function keyOf({ name, args }: Pick<ToolCall, "name" | "args">): string {
  return `${name}\n${indentJson(args)}`;
}
