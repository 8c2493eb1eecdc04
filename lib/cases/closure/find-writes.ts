import type { Message } from "@/lib/domain/case";
import { actionOfTool, type Action } from "../words/actions";
import { isFailureText } from "../words/failure";

/** A tool call that was meant to change something. */
export type Write = {
  readonly message: Message;
  readonly action: Action;
  readonly hasSucceeded: boolean;
};

/**
 * Finds the tool calls that write, in order. A call that answered nothing has not shown that it
 * succeeded.
 */
export function findWrites(messages: readonly Message[]): readonly Write[] {
  return messages.flatMap((message) => {
    const action = message.tool === null ? null : actionOfTool(message.tool.name);
    if (message.tool === null || action === null) return [];
    const isFailed = message.tool.isError || message.text === "" || isFailureText(message.text);
    return [{ message, action, hasSucceeded: !isFailed }];
  });
}
