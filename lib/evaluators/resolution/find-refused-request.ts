import type { Message, Quote } from "@/lib/domain/case/case";
import { findAskings } from "@/lib/cases/words/last-words";
import type { Sentence } from "@/lib/cases/words/sentences";
import { issueTerms } from "../same-issue/issue-terms";
import { contentWords } from "../slots/content-words";
import type { Refusal } from "./find-refusal";

/** Messages back from the customer's last in which a request that was refused is looked for. */
const messagesBack = 3;
/** An earlier request in other words than a question shares at least so many terms with what was refused. */
const sharedMin = 2;

const question = /\?["'”’)\]*\s]*$/;
const direct =
  /\bplease\b|\blet['’]s\b|\bi(?:['’]d| would) like\b|\bi (?:(?:still|really|just|only|also) )*(?:want|need|insist)/i;
/** Asks for what is needed first: "Can you look it up?" */
const lookingUp = /\b(?:locate|find|look \w+ ?up|look up|pull \w+ ?up|pull up)\b/i;

/**
 * The sentence with which the customer asked for what a refusal names: of those of their last message the question that
 * shares most terms with it, else the request. Where that message only asks to look something up, or for nothing, also of
 * the messages before. Null where no sentence shares enough.
 */
export function findRefusedRequest(
  messages: readonly Message[],
  { place, rule }: Refusal,
): Quote | null {
  const said = messages.find(({ ordinal }) => ordinal === place.message)?.text ?? "";
  const refused = termsOf([place, rule].map((each) => textAt(said, each)).join(" "));
  const customers = messages
    .filter(({ speaker, ordinal }) => speaker === "customer" && ordinal < place.message)
    .slice(-messagesBack)
    .toReversed();
  for (const [back, { ordinal, text }] of customers.entries()) {
    const askings = findAskings(text);
    const best =
      mostShared(
        askings.filter((each) => question.test(each.text)),
        refused,
        1,
      ) ??
      mostShared(
        askings.filter((each) => direct.test(each.text)),
        refused,
        // The refusal answers the last message.
        back === 0 ? 1 : sharedMin,
      );
    if (best !== null) return { message: ordinal, start: best.start, end: best.end };
    if (askings.some((each) => !lookingUp.test(each.text))) return null;
  }
  return null;
}

/** The sentence that shares most terms, the last of equals; null where none shares so many. */
function mostShared(
  sentences: readonly Sentence[],
  terms: ReadonlySet<string>,
  least: number,
): Sentence | null {
  const counted = sentences.map((sentence) => ({
    sentence,
    shared: [...termsOf(sentence.text)].filter((term) => terms.has(term)).length,
  }));
  const most = Math.max(least, ...counted.map(({ shared }) => shared));
  return counted.findLast(({ shared }) => shared === most)?.sentence ?? null;
}

function textAt(text: string, quote: Quote | null): string {
  return quote === null ? "" : text.slice(quote.start, quote.end);
}

function termsOf(text: string): ReadonlySet<string> {
  return issueTerms(contentWords(text));
}
