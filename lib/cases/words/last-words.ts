import type { Message } from "@/lib/domain/case/case";
import { findRequestedActions } from "./requests";
import { splitSentences, type Sentence } from "./sentences";

/** Says that it is all, whatever else the message says. */
const isAll =
  /\b(?:that['’]?s|that is|that['’]ll be|that will be|that was) (?:all|it|everything)\b(?! (?:correct|right|fine|good))|\b(?:all|everything) (?:that )?i (?:need|want)\w*|\ball (?:for (?:now|today)|set|good)\b|\b(?:do not|don['’]?t|won['’]t) need (?:anything|any more|more|further)\b|\bnothing (?:else|more|further) (?:from|for|to|i|at|right|is needed|needed|thank|today|now)|\bnothing else\b|\bno,? (?:thank|that(?:['’]?s| is|['’]ll be| will be)? (?:all|it|everything|fine|okay|ok)\b|i(?:['’]m| am) (?:good|fine|okay|ok|all set))/i;
/** Takes the thanks or the "all" of its sentence back. */
const takenBack = /\b(?:but|not|never)\b|n['’]t (?!need|worry)/i;

/** Opens a sentence of farewell, thanks or acceptance. */
const polite =
  /^\W*(?:(?:ok|okay|alright|all right|great|perfect|got it|understood|i understand|i see|no|cool|awesome|excellent|wonderful|fantastic|sounds good|will do|sure|fine|good|well|oh|ah|and|again)\b[\s,.!;:–—-]*){0,4}(?:(?:many )?thanks\b|thank(?:s| you)\b|thank u\b|ty\b|cheers\b|(?:good)?bye\b|(?:and )?have a\b|take care\b|you too\b|same to you\b|see you\b|(?:i|we)(?:['’]d| do| really| truly)? ?(?:really |truly |so )?appreciate (?:it|you|your|the|all|everything)|appreciate (?:it|your|the)|enjoy your|(?:good night|good day)\b|$)/i;
/** It may answer any question, not only whether more is wanted. */
const bareNo = /^\W*no\W*$/i;
const accepting =
  /^\W*(?:ok|okay|alright|great|perfect|got it|understood|i understand|sounds (?:good|great|perfect)|that (?:works|helps)|that['’]?s (?:great|perfect|wonderful|awesome|good|fine|helpful)|excellent|awesome|wonderful|fantastic|good to know|i['’]ll (?:leave|keep) (?:it|everything|things|my))\b[^\d?]{0,80}$/i;
/** What makes a thank-you part of a request: it answers, hands something over, or puts off. */
const yes =
  /^\W*(?:yes|yeah|yep|yup|sure|correct|exactly|absolutely|confirmed|i confirm|i agree|agreed|that['’]?s (?:all )?(?:correct|right)|looks (?:good|right|correct))\b(?!,? (?:thank|thanks|that (?:helps|answers)))/i;

const question = /\?["'”’)\]*\s]*$/;
/** Questions that ask for nothing: "how are you?" */
const smallTalk =
  /^\W*(?:how are you|how['’]?s it going|you know|right|okay|ok|no|yeah|huh)\b[^?]{0,12}\?/i;
const requests = [
  /\b(?:can|could|would|will) (?:you|we|i)\b|\bif you (?:can|could|would)\b/i,
  /\bplease\b(?! (?:do not|don['’]?t) (?:worry|bother))/i,
  /(?<!\b(?:all|everything|anything|what|that|which|as) )\bi (?:(?:really|just|still|also|do|actually|only|now|would|then) )*(?:need|want|require|expect|insist)\b/i,
  /\bi(?:['’]d| would)(?: (?:really|still|just|also|much|very|greatly|actually|truly))* (?:like|love|appreciate)\b(?! (?:to (?:thank|say)|that\W*$|it\W*$|your help\W*$))/i,
  /\bi(?:['’]d| would)(?: \w+)? (?:want|prefer|rather) (?!not\b)/i,
  /\b(?:is|are|isn['’]t|aren['’]t|was) there (?:(?:really|truly|any|no|nothing|anything|absolutely|possibly|maybe|also|still|at least) )+\w+/i,
  /\blet me know\b(?! if (?:you|there(?:['’]s| is) (?:anything|something)(?: else)?(?: that)? you) )/i,
  /(?<!\b(?:i['’]ll|i will) (?:just )?)\bgo ahead\b|\bgo ahead with\b|\bproceed\b|\blet['’]s (?!just see|see)/i,
  /\b(?:escalate|transfer me|connect me|put me through)\b/i,
  /(?<!n['’]t |\bnot )\b(?:help me|make an exception|i was hoping|i['’]m hoping|i am hoping|i['’]m looking (?:to|for))\b/i,
] as const;

/** Asks for something only in case the agent needs or finds it, or forbids it. */
const conditional =
  /\bif you (?:need|have|require)\b|\bplease (?:do not|don['’]?t)\b|\bi (?:really )?(?:don['’]?t|do not) (?:want|need)\b|\bjust want to (?:be|make) sure\b/i;

function isQuestion({ text }: Sentence): boolean {
  return question.test(text) && !smallTalk.test(text);
}

function isRequest({ text }: Sentence): boolean {
  if (conditional.test(text)) return false;
  if (isAll.test(text)) return /\bplease\b|\b(?:can|could) you\b/i.test(text);
  return requests.some((request) => request.test(text)) || findRequestedActions(text).length > 0;
}

/** True if a customer's sentence is a question or a request. */
function asks(sentence: Sentence): boolean {
  return isQuestion(sentence) || isRequest(sentence);
}

/** All sentences of a customer's message that ask for something, in order. */
export function findAskings(text: string): readonly Sentence[] {
  return splitSentences(text).filter(asks);
}

/** The sentence with which a customer's message still asks for something: the last question or else request, or null. */
export function findAsking(text: string): Sentence | null {
  const sentences = splitSentences(text);
  return sentences.findLast(isQuestion) ?? sentences.findLast(isRequest) ?? null;
}

/** "I'll get back to you": the customer leaves with the matter open. */
const leaving =
  /\b(?:i|we)(?:['’]ll| will)(?! be able)(?: (?:\w+,? ){0,6}?)(?:get back(?= (?:to|with|in touch|here|on|soon|later|when|once|after|tomorrow)\b|\W*$)|be back|contact|call|reach out|be in touch|come back|find|look (?:for|into|around|and)|check (?:that|it|on|my|with|and)|try|gather|get (?:those|that|the|it|them)|let you know|follow up|message you|locate|think about|hold off)\b(?! (?:\w+ ){0,3}if (?:i|we|there|this|that|it)\b)|\btalk (?:to you )?(?:soon|later)\b/i;

/** The sentence in which a customer leaves to come back to it or to try elsewhere, or null. */
export function findLeaving(text: string): Sentence | null {
  return splitSentences(text).findLast((sentence) => leaving.test(sentence.text)) ?? null;
}

/**
 * The sentence with which a customer's message closes: thanks, a farewell, acceptance, or that it is all. Null if any
 * sentence asks, agrees to something that is yet to be done, or puts it off.
 */
export function findClosing(text: string): Sentence | null {
  const sentences = splitSentences(text);
  const all = sentences.findLast(({ text: words }) => isAll.test(words) && !takenBack.test(words));
  if (sentences.some(asks) || findLeaving(text) !== null) return null;
  if (all !== undefined) return all;
  const last = sentences.at(-1);
  if (last === undefined || sentences.some((sentence) => yes.test(sentence.text))) return null;
  if (takenBack.test(last.text) || bareNo.test(last.text)) return null;
  return polite.test(last.text) || accepting.test(last.text) ? last : null;
}

/** True if every sentence of a message is thanks, a farewell or the like: it answers nothing. */
export function isPoliteOnly(text: string): boolean {
  return splitSentences(text).every((sentence) => polite.test(sentence.text));
}

/** How many of the customer's last messages are read for whether they leave it open. */
const lastMessages = 2;

/** The last of the customer's last two messages that leaves it open for later, with that sentence, or null. */
export function findLeft(
  messages: readonly Message[],
): { readonly message: Message; readonly sentence: Sentence } | null {
  const late = messages.filter(({ speaker, text }) => speaker === "customer" && text !== "");
  for (const message of late.slice(-lastMessages).toReversed()) {
    const sentence = findLeaving(message.text);
    if (sentence !== null) return { message, sentence };
  }
  return null;
}
