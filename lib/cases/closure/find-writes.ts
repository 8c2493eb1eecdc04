import type { Message } from "@/lib/domain/case/case";
import { actionOfTool, findActionWords, type Action } from "../words/actions";
import { isEmptyAnswer, isFailureText } from "../words/failure";

/** A tool call that writes. */
export type Write = {
  readonly message: Message;
  readonly action: Action;
  readonly hasSucceeded: boolean;
};

type Call = { readonly action: Action | null; readonly hasFailed: boolean };

const known = new WeakMap<Message, Call>();

/** Finds the writing tool calls in order. A call without a result has not succeeded. */
export function findWrites(messages: readonly Message[]): readonly Write[] {
  return messages.flatMap((message) => {
    const call = readCall(message);
    if (call === null || call.action === null) return [];
    const hasSucceeded = !call.hasFailed && !isEmptyAnswer(message.text);
    return [{ message, action: call.action, hasSucceeded }];
  });
}

/** True if a tool's result says, by flag or text, that the call failed. */
export function isFailedCall(message: Message): boolean {
  return readCall(message)?.hasFailed === true;
}

const success = /\bsuccessful\w* (?:been )?(\w+)/i;

/** True if a tool's result says that it did something ("successfully scheduled"), whatever the tool is called. */
export function saysItActed({ tool, text }: Message): boolean {
  const done = tool === null ? undefined : success.exec(text)?.[1];
  return done !== undefined && findActionWords(done).length > 0;
}

/** Memoised: several steps read the same call. */
function readCall(message: Message): Call | null {
  if (message.tool === null) return null;
  const cached = known.get(message);
  if (cached !== undefined) return cached;
  const hasFailed = message.tool.isError || isFailureText(message.text);
  const call = { action: actionOfTool(message.tool.name), hasFailed };
  known.set(message, call);
  return call;
}
