import type { Evidence, Message } from "@/lib/domain/case/case";
import { isRefusal } from "@/lib/cases/words/failure";
import { isTransferCall } from "@/lib/cases/words/transfer";
import { sentencesOf } from "../sentences-of";

/** "This needs a person", "they have the access for that": another team is responsible. */
const needsOthers =
  /\b(?:(?:this|that|it) (?:needs|requires|takes|is (?:something )?for|has to go to) (?:a |an |our |the )?(?:person|human|specialist|colleague|supervisor|[\w-]+(?: [\w-]+)? team)|that['’]s (?:something |one )?for (?:our|the|a)\b|(?:they|who|the team|a colleague) (?:can do (?:it|that)|ha(?:s|ve) (?:the )?(?:access|rights|permission|tools))|i need to bring in)/i;

/** What was not found is looked for again; it is no reason to pass on. */
const notFound =
  /\b(?:could not|couldn['’]t|can ?not|can['’]t|unable to|(?:not|wasn['’]t) able to) (?:find|locate|identify)\b/i;

/** What a transfer call's summary says of the request: "not eligible", "requires a human agent". */
const beyondAgent =
  /\b(?:can ?not|can['’]t|could not|couldn['’]t|unable|not (?:able|allowed|possible|permitted|eligible|available|supported)|(?:is|are|does|do) ?n[o']t (?:allow|permit|support)|ineligible|(?:needs?|requires?|requesting) (?:\w+ ){0,3}(?:assistance|help|intervention|approval|review|exception|override|agent|specialist|supervisor)|exception|escalation|beyond|outside|prohibit(?:s|ed)?|forbid(?:s|den)?|(?:neither|none|not|n['’]t)\b[^.]{0,30}\bmeets?\b|no (?:tool|option|way)|further assistance)\b/i;

/** How an agent shows that it cannot do a request itself, and the words or the call that do. */
export type Inability = {
  readonly by: "words" | "summary" | "failed call";
  readonly shown: Evidence;
};

/**
 * The last words of an agent that say that it cannot do the request itself, else its transfer call's summary, else a
 * failed call: what it could not do earlier may have been done since.
 * @param messages up to where the customer was passed on
 */
export function findInability(messages: readonly Message[]): Inability | null {
  const said = messages.flatMap((message) =>
    message.speaker === "agent" ? refusalIn(message) : [],
  );
  const summary = messages.find(
    ({ tool }) => tool !== null && isTransferCall(tool.name) && beyondAgent.test(tool.args),
  );
  const failed = messages.findLast(({ tool }) => tool?.isError === true);
  const last = said.at(-1);
  if (last !== undefined) return { by: "words", shown: last };
  if (summary !== undefined) return { by: "summary", shown: callOf(summary) };
  return failed === undefined ? null : { by: "failed call", shown: wholeOf(failed) };
}

function refusalIn(message: Message): readonly Evidence[] {
  const isRefusing = (text: string) =>
    (isRefusal(text) || needsOthers.test(text)) && !notFound.test(text);
  const sentence = sentencesOf(message).find(({ text }) => isRefusing(text));
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
