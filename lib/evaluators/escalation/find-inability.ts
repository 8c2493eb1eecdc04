import type { Evidence, Message } from "@/lib/domain/case/case";
import { isRefusal } from "@/lib/cases/words/failure";
import { findAsking } from "@/lib/cases/words/last-words";
import { isTransferCall } from "@/lib/cases/words/transfer";
import { sentencesOf } from "../sentences-of";

/** "This needs a person", "they have the access for that": another team is responsible. */
const needsOthers =
  /\b(?:(?:this|that|it) (?:needs|requires|takes|is (?:something )?for|has to go to) (?:a |an |our |the )?(?:person|human|specialist|colleague|supervisor|[\w-]+(?: [\w-]+)? team)|that['’]s (?:something |one )?for (?:our|the|a)\b|(?:they|who|the team|a colleague) (?:can do (?:it|that)|ha(?:s|ve) (?:the )?(?:access|rights|permission|tools))|i(?:['’]ll| will| need to| have to) bring in|(?:my|our) (?:current )?(?:tools?|systems?) (?:do|does)(?: not|n['’]t)\b)/i;

/** What a transfer call's summary says of the request: "not eligible", "requires a human agent". */
const beyondAgent =
  /\b(?:can ?not|can['’]t|could not|couldn['’]t|unable|not (?:able|allowed|possible|permitted|eligible|available|supported)|(?:is|are|does|do) ?n[o']t (?:allow|permit|support)|ineligible|(?:needs?|requires?|requesting) (?:\w+ ){0,3}(?:assistance|help|intervention|approval|review|exception|override|agent|specialist|supervisor)|exception|escalation|beyond|outside|prohibit(?:s|ed)?|forbid(?:s|den)?|(?:neither|none|not|n['’]t)\b[^.]{0,30}\bmeets?\b|no (?:tool|option|way)|further assistance|not found|not allowing|only (?:be )?(?:offered|available|possible|allowed|permitted)|(?:assistance|help|intervention|review|investigation) (?:is |are )?(?:needed|required|necessary))\b/i;

/** How an agent shows that it cannot do a request itself, and the words or the call that do. */
export type Inability = {
  readonly by: "words" | "summary" | "failed call";
  readonly shown: Evidence;
};

/**
 * Why an agent passed the customer on, as far as it is said or seen: it refused since the customer's last words, its
 * transfer call's summary says so, a call of its own failed since then and was not made good, or it refused just before
 * last words that ask for nothing. What was refused earlier is another topic by now, or was accepted.
 * @param messages up to where the customer was passed on
 */
export function findInability(messages: readonly Message[]): Inability | null {
  const last = messages.findLastIndex(({ speaker, text }) => speaker === "customer" && text !== "");
  const since = messages.slice(last + 1);
  const said = since.flatMap(refusalIn).at(-1);
  if (said !== undefined) return { by: "words", shown: said };
  const summary = messages.findLast(
    ({ tool }) => tool !== null && isTransferCall(tool.name) && beyondAgent.test(tool.args),
  );
  if (summary !== undefined) return { by: "summary", shown: callOf(summary) };
  const failed = since.findLast(isFailedForGood);
  if (failed !== undefined) return { by: "failed call", shown: wholeOf(failed) };
  const words = messages[last];
  if (words === undefined || findAsking(words.text) !== null) return null;
  const answer = messages.slice(0, last).findLast(({ speaker }) => speaker === "agent");
  const before = answer === undefined ? undefined : refusalIn(answer)[0];
  return before === undefined ? null : { by: "words", shown: before };
}

/** True if the agent said of anything that it could not do it, or `findInability` finds a reason. */
export function saysInability(messages: readonly Message[]): boolean {
  return messages.some((each) => refusalIn(each).length > 0) || findInability(messages) !== null;
}

function isFailedForGood({ tool }: Message, index: number, messages: readonly Message[]): boolean {
  if (tool?.isError !== true || isTransferCall(tool.name)) return false;
  return !messages
    .slice(index + 1)
    .some((later) => later.tool?.name === tool.name && !later.tool.isError);
}

function refusalIn(message: Message): readonly Evidence[] {
  if (message.speaker !== "agent") return [];
  const sentence = sentencesOf(message).find(
    ({ text }) => isRefusal(text) || needsOthers.test(text),
  );
  return sentence === undefined
    ? []
    : [{ message: message.ordinal, start: sentence.start, end: sentence.end }];
}

/** A call's arguments are shown with its span. */
function callOf(message: Message): Evidence {
  const span = message.spans[0];
  return span === undefined ? wholeOf(message) : { span };
}

function wholeOf({ ordinal, text }: Message): Evidence {
  return { message: ordinal, start: 0, end: text.length };
}
