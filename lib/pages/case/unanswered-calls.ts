import type { Message } from "@/lib/domain/case/case";
import type { ToolCall } from "@/lib/domain/trace/reading";
import { indentJson } from "@/lib/format/indent-json";

/**
 * The tool calls of a contact that no tool's answer in it stands for; an answer says itself what was called.
 * A call is answered by one of the same name and arguments, else by one of the same name that answers no
 * other call, unless that says nothing of the arguments the call has.
 * @param said all messages of the contact
 * @returns by the ordinal of the message that carries them, in order; without messages that have none
 */
export function unansweredCalls(
  said: readonly Message[],
): ReadonlyMap<number, readonly ToolCall[]> {
  const answers = said.flatMap(({ tool }) => (tool === null ? [] : [tool]));
  const exact = new Set(answers.map(keyOf));
  const called = new Set(said.flatMap(({ toolCalls }) => toolCalls.map(keyOf)));
  const spare = answers.filter((answer) => !called.has(keyOf(answer)));
  const isAnswered = (call: ToolCall): boolean => {
    if (exact.has(keyOf(call))) return true;
    const at = spare.findIndex(
      ({ name, args }) => name === call.name && (args !== "" || call.args === ""),
    );
    if (at !== -1) spare.splice(at, 1);
    return at !== -1;
  };
  const left = said.map(({ ordinal, toolCalls }): [number, readonly ToolCall[]] => [
    ordinal,
    toolCalls.filter((call) => !isAnswered(call)),
  ]);
  return new Map(left.filter(([, calls]) => calls.length > 0));
}

function keyOf({ name, args }: Pick<ToolCall, "name" | "args">): string {
  return `${name}\n${indentJson(args)}`;
}
