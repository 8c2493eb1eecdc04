import type { Message } from "@/lib/domain/case/case";
import { isFailedCall } from "@/lib/cases/closure/find-writes";
import { isReadOnlyTool, possibleActionOfTool, type Action } from "@/lib/cases/words/actions";
import { isEmptyAnswer } from "@/lib/cases/words/failure";

/** A call of a tool that acts, or asks whether it could. */
export type Act = {
  readonly message: Message;
  /** Null: the tool's name does not tell. */
  readonly action: Action | null;
  /** "asked": the tool was only asked whether it could, and could; "unknown": no result reached us. */
  readonly outcome: "done" | "asked" | "failed" | "unknown";
};

/** `{"request_type": "check"}`, `{"mode":"dry-run"}` */
const trial =
  /"(?:check|availability|preview|quote|estimate|dry[_ -]?run|simulate|validate|test)\\?"/i;

/** The calls of tools that do more than look up, in order. */
export function findActs(messages: readonly Message[]): readonly Act[] {
  return messages.flatMap((message) => {
    const { tool } = message;
    if (tool === null || isReadOnlyTool(tool.name)) return [];
    return [{ message, action: possibleActionOfTool(tool.name), outcome: outcomeOf(message) }];
  });
}

function outcomeOf(message: Message): Act["outcome"] {
  // An answer without text may only have been stripped.
  if (message.text.trim() === "") return message.tool?.isError === true ? "failed" : "unknown";
  if (isFailedCall(message) || isEmptyAnswer(message.text)) return "failed";
  return trial.test(message.tool?.args ?? "") ? "asked" : "done";
}
