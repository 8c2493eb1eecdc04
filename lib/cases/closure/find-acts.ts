import type { Message } from "@/lib/domain/case/case";
import { isReadOnlyTool, possibleActionOfTool, satisfies, type Action } from "../words/actions";
import { isEmptyAnswer, parseObject } from "../words/failure";
import { snakeCase } from "../words/transfer";
import { isFailedCall } from "./find-writes";

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

/** A failed call with the action that its tool is known to do. */
export type FailedAct = Act & { readonly action: Action };

/** The acts that failed for good: the last call of each tool, if it failed and no later call did the same. */
export function findFailedActs(acts: readonly Act[]): readonly FailedAct[] {
  const last = new Map(acts.map((act) => [act.message.tool?.name ?? "", act]));
  return [...last.values()].filter(
    (act): act is FailedAct =>
      act.outcome === "failed" &&
      act.action !== null &&
      !acts.some((other) => isMadeGoodBy(act, other)),
  );
}

/** A later call does what would have satisfied the failed one, to the same object. */
function isMadeGoodBy(failed: Act, { message, action, outcome }: Act): boolean {
  return (
    outcome === "done" &&
    message.ordinal > failed.message.ordinal &&
    action !== null &&
    failed.action !== null &&
    satisfies(action, failed.action) &&
    isSameObject(argumentsOf(failed.message), argumentsOf(message))
  );
}

const identifierName = /(?:^|_)id$/;

/** The first identifier among the failed call's arguments, if it has one, has the same value in the other call. */
function isSameObject(
  failed: ReadonlyMap<string, unknown>,
  done: ReadonlyMap<string, unknown>,
): boolean {
  const object = [...failed].find(([name]) => identifierName.test(snakeCase(name)));
  return object === undefined || done.get(object[0]) === object[1];
}

function argumentsOf({ tool }: Message): ReadonlyMap<string, unknown> {
  return parseObject(tool?.args.trim() ?? "") ?? new Map<string, unknown>();
}
