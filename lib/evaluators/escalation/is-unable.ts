import type { Message } from "@/lib/domain/case/case";
import { isRefusal } from "@/lib/cases/words/failure";

/** "This needs a person", "they have the access for that": another team is responsible. */
const needsOthers =
  /\b(?:(?:this|that|it) (?:needs|requires|takes|is (?:something )?for|has to go to) (?:a |an |our |the )?(?:person|human|specialist|colleague|supervisor|[\w-]+(?: [\w-]+)? team)|that['’]s (?:something |one )?for (?:our|the|a)\b|(?:they|who|the team|a colleague) (?:can do (?:it|that)|ha(?:s|ve) (?:the )?(?:access|rights|permission|tools))|i need to bring in)/i;

/** Whether an agent says or shows that it cannot do the request itself. */
export function isUnable(messages: readonly Message[]): boolean {
  return messages.some(
    ({ speaker, text, tool }) =>
      tool?.isError === true ||
      (speaker === "agent" && (isRefusal(text) || needsOthers.test(text))),
  );
}
