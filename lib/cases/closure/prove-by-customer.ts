import type { AssembledCase, Closure, Evidence, Message } from "@/lib/domain/case/case";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import { findRequestedActions } from "../words/requests";
import { splitSentences } from "../words/sentences";
import { isSettledWord } from "./read-closure-code";

const thing =
  "(it|that|this|everything|all|(the|my) (issue|problem|error|app|site|website|link|connection|internet|wifi|account|card|login|password|device|phone|order|question|request|case))";
const being =
  "( is|['’]s| are| was| were| has been|['’]s been| have been| seems| looks| appears| got)( to be)?( now| all| finally| already| completely| fully| totally)*";
const affirmations = [
  new RegExp(`\\b${thing}${being} (fixed|solved|resolved|sorted|working|taken care of)\\b`, "i"),
  new RegExp(`\\b${thing} (worked|(now|finally) works|works (now|again|fine|perfectly))\\b`, "i"),
  /\b(that|this|it) (has |just )?(fixed|solved|resolved) (it|that|this|my|the|everything)\b/i,
  /^\W*(it works|(it |that |this )?worked)( now| again| perfectly| great)?\W*$/i,
  /\bi('m|’m| am)? (now )?(can|able to) (now )?(log ?in|sign in|access|connect|use)\b[^.]{0,500}\b(now|again)\b/i,
];
const doubts =
  /\?|\b(not|n't|n’t|never|no longer|if|unless|until|once|when|still|but|almost|hope|hopefully|should|would|will|might|worked out|want|need|please|make sure|used to|supposed)\b/i;
const askedWhetherSolved =
  /\b(did (that|this|it)|has (that|this|it|your \w+)|is (that|this|it|your \w+|everything)|does (that|this)|was (that|this|your \w+))\b[^?]{0,60}\b(work|working|help|fix|fixed|solve|solved|resolve|resolved|sorted)\b[^?]{0,60}\?/i;
const plainYes =
  /^\W*(yes|yeah|yep|yup|it did|it does|it is|it has|sure did|absolutely|correct)\b/i;

/**
 * The customer confirms that it is solved, in the last contact about each of the case's accounts: stated, in answer to
 * the question, or in a rating with a resolution question. Thanks alone are politeness.
 */
export function proveByCustomer(
  assembled: AssembledCase,
  caseEvents: readonly CaseEvent[],
): Closure | null {
  const words = endingContacts(assembled.interactions).map(({ ordinal }) =>
    provenByWords(assembled.messages.filter(({ interaction }) => interaction === ordinal)),
  );
  const isConfirmed = words.every((each) => each !== null);
  return (isConfirmed ? words.at(-1) : null) ?? provenByRating(caseEvents);
}

function provenByWords(messages: readonly Message[]): Closure | null {
  for (const [index, message] of [...messages.entries()].toReversed()) {
    if (message.speaker !== "customer") continue;
    const words = findAffirmation(message, messages[index - 1]);
    if (words !== null) return confirmed("The customer says that it is solved.", [words]);
    if (!isPoliteness(message.text)) return null;
  }
  return null;
}

const mostPoliteWords = 12;

/** A farewell after the confirmation; a longer message may revoke it. */
function isPoliteness(text: string): boolean {
  if (doubts.test(text) || findRequestedActions(text).length > 0) return false;
  return text.trim().split(/\s+/).length <= mostPoliteWords;
}

function findAffirmation(message: Message, before: Message | undefined): Evidence | null {
  const isAsked = before?.speaker === "agent" && askedWhetherSolved.test(before.text);
  for (const { text, start, end } of splitSentences(message.text)) {
    if (doubts.test(text)) return null;
    const isSaid = affirmations.some((affirmation) => affirmation.test(text));
    if (isSaid || (isAsked && plainYes.test(text))) return { message: message.ordinal, start, end };
  }
  return null;
}

function provenByRating(caseEvents: readonly CaseEvent[]): Closure | null {
  const rated = caseEvents.some(
    ({ name, reason }) => name === "csat" && reason !== undefined && isSettledWord(reason),
  );
  return rated ? confirmed("The customer's rating says that it is solved.", []) : null;
}

function confirmed(because: string, quotes: readonly Evidence[]): Closure {
  return { method: "customer_confirm", evidence: "confirmed", because, quotes };
}
