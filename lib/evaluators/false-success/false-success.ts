import type { Evidence, Message, Verdict } from "@/lib/domain/case/case";
import { falseSuccessName } from "@/lib/cases/closure/prove-by-judgement";
import { findActs, findFailedActs, type Act, type FailedAct } from "@/lib/cases/closure/find-acts";
import { findActionWords, satisfies, type Action } from "@/lib/cases/words/actions";
import { isEmptyAnswer, isRefusal } from "@/lib/cases/words/failure";
import type { Evaluator } from "../contract";
import { spokenSentences } from "../spoken-text";
import { readClaim } from "./read-claim";

/** Whether an agent says that something was done of which the tool's last word is that it failed. */
export const falseSuccess: Evaluator<"interaction"> = {
  name: falseSuccessName,
  version: 5,
  question: "Did the agent say that something was done although the tool had failed?",
  target: "interaction",
  direction: "lower-is-better",
  evaluate: ({ ordinal }, { messagesOf }) => judge(messagesOf(ordinal)),
};

function judge(messages: readonly Message[]): Verdict {
  const acts = findActs(messages);
  const failed = findFailedActs(acts);
  if (failed.length === 0) {
    return { status: "not-applicable", because: "No act failed for good in this contact." };
  }
  for (const act of failed) {
    const claim = findClaim(messages, act, acts);
    if (claim !== null) {
      return {
        status: "scored",
        value: 1,
        because: `${nameOf(act)} failed, and the agent says that it was done.`,
        evidence: [...resultOf(act), claim],
      };
    }
  }
  const results = failed.flatMap(resultOf);
  return {
    status: "scored",
    value: 0,
    because: "What failed is not called done.",
    evidence: results.length > 0 ? results : findDenial(messages),
  };
}

function doneOf(acts: readonly Act[]): readonly Act[] {
  return acts.filter(({ outcome }) => outcome === "done");
}

/**
 * The agent's last word on the act after the failure, if it says that it was done and speaks of nothing that was: of
 * no action that another call did, and not after a call that may have done anything.
 */
function findClaim(
  messages: readonly Message[],
  { message: call, action }: FailedAct,
  acts: readonly Act[],
): Evidence | null {
  const done = doneOf(acts);
  const until =
    done.find(({ message, ...act }) => act.action === null && message.ordinal > call.ordinal)
      ?.message.ordinal ?? Infinity;
  const said = messages
    .filter(
      ({ speaker, ordinal }) => speaker === "agent" && ordinal > call.ordinal && ordinal < until,
    )
    .flatMap((message) =>
      spokenSentences(message).map((sentence) => ({ ...sentence, message: message.ordinal })),
    )
    .filter(({ text }) => {
      const named = findActionWords(text);
      const isNamed = (each: Action) => named.some((word) => satisfies(word.action, each));
      return isNamed(action) && !done.some((each) => each.action !== null && isNamed(each.action));
    });
  const last = said.findLast(({ text }) => readClaim(text) !== null);
  if (last === undefined || readClaim(last.text) !== "done") return null;
  return { message: last.message, start: last.start, end: last.end };
}

function nameOf({ message }: Act): string {
  return message.tool?.name ?? "";
}

/** The call's result; none where it is "null" or the like, in which there is nothing to read. */
function resultOf({ message }: Act): readonly Evidence[] {
  if (isEmptyAnswer(message.text)) return [];
  return [{ message: message.ordinal, start: 0, end: message.text.length }];
}

/** The sentence in which the agent last says that something is not possible. */
function findDenial(messages: readonly Message[]): readonly Evidence[] {
  for (const message of messages.toReversed()) {
    if (message.speaker !== "agent") continue;
    const said = spokenSentences(message).findLast(({ text }) => isRefusal(text));
    if (said !== undefined) {
      return [{ message: message.ordinal, start: said.start, end: said.end }];
    }
  }
  return [];
}
