import type { Message } from "@/lib/domain/case/case";
import { isRefusal } from "@/lib/cases/words/failure";
import { isTransferCall } from "@/lib/cases/words/transfer";

/** "This needs a person", "they have the access for that": another team is responsible. */
const needsOthers =
  /\b(?:(?:this|that|it) (?:needs|requires|takes|is (?:something )?for|has to go to) (?:a |an |our |the )?(?:person|human|specialist|colleague|supervisor|[\w-]+(?: [\w-]+)? team)|that['’]s (?:something |one )?for (?:our|the|a)\b|(?:they|who|the team|a colleague) (?:can do (?:it|that)|ha(?:s|ve) (?:the )?(?:access|rights|permission|tools))|i need to bring in)/i;

/** What a transfer call's summary says of the request: "not eligible", "requires a human agent". */
const beyondAgent =
  /\b(?:can ?not|can['’]t|could not|couldn['’]t|unable|not (?:able|allowed|possible|permitted|eligible|available|supported)|(?:is|are|does|do) ?n[o']t (?:allow|permit|support)|ineligible|(?:needs?|requires?|requesting) (?:\w+ ){0,3}(?:assistance|help|intervention|approval|review|exception|override|agent|specialist|supervisor)|exception|escalation|beyond|outside|no (?:tool|option|way)|further assistance)\b/i;

/** Whether an agent says or shows that it cannot do the request itself. */
export function isUnable(messages: readonly Message[]): boolean {
  return messages.some(
    ({ speaker, text, tool }) =>
      tool?.isError === true ||
      (speaker === "agent" && (isRefusal(text) || needsOthers.test(text))) ||
      (tool !== null && isTransferCall(tool.name) && beyondAgent.test(tool.args)),
  );
}
