import { isParty } from "@/lib/domain/trace/reading";
import type { Message, Quote } from "@/lib/domain/case/case";
import { asksForPerson } from "@/lib/cases/words/transfer";
import type { Sentence } from "@/lib/cases/words/sentences";
import { sentencesOf } from "../sentences-of";
import { spokenSentences } from "../spoken-text";

/** A handover that the contact's last words leave open. */
export type OpenHandover = {
  /** The agent asked whether to pass the customer on, or said that they do; or the customer had asked for it. */
  readonly by: "question" | "announcement" | "customer";
  readonly place: Quote;
};

/** "Transfer you to a colleague", "a human agent could". */
const passingOn =
  /\b(?:transfer|connect|put|hand|pass|escalat|refer)(?:e|ing|ring|ting)?\b[^?]{0,60}\b(?:human|person|colleague|specialist|supervisor|manager|representative|agent|team|department|someone)\b|\b(?:transfer|connect)(?:ring|ing)? you\b|\b(?:human|live|real) (?:agent|person|representative|colleague)\b/i;
const question = /\?[^\p{L}\p{N}?]{0,20}$/u;
/** A question about what the sentence before it offers. */
const thatOne = /\b(?:do|arrange|try|prefer|like|want) (?:that|this|so)\b/i;
/** "I'm now escalating this", "please hold while I transfer you". */
const announcing =
  /\b(?:i['’](?:m|ll)|i am|i will|let me|while i|as i)(?: now)? (?:(?:transfer|connect|hand|pass|put)(?:ring|ing|ting)? you\b|escalat(?:e|ing)\b)|\byou(?:['’]re| are) (?:now )?being (?:transferred|connected|handed|passed|put)\b/i;
/** Announces it in case the customer wants it. */
const onRequest = /\b(?:if|unless|once|when|say|reply|tell me|let me know)\b|\?/i;
/** Asks for a person in case of something else. */
const conditional =
  /\b(?:if|unless|otherwise)\b|\bor (?:please |just )?(?:transfer|connect|put|get|escalate|speak|talk)\b/i;

/**
 * Where an agent spoke last: their question whether to pass the customer on, which nobody answered, or else that they
 * say they do, or else the sentence of the customer's last message that asks for a person; null without any.
 * @param messages of a contact that was not passed on
 */
export function findOpenHandover(messages: readonly Message[]): OpenHandover | null {
  const spoken = messages.filter(
    ({ speaker, tool, text }) => tool === null && text !== "" && isParty[speaker],
  );
  const final = spoken.at(-1);
  if (final?.speaker !== "agent") return null;
  const sentences = spokenSentences(final);
  const offer = findOffer(sentences);
  if (offer !== null) return { by: "question", place: placeOf(final, offer) };
  const announced = sentences.findLast(
    ({ text }) => announcing.test(text) && !onRequest.test(text),
  );
  if (announced !== undefined) return { by: "announcement", place: placeOf(final, announced) };
  const last = spoken.findLast(({ speaker }) => speaker === "customer");
  const request = last === undefined ? undefined : sentencesOf(last).findLast(isAsking);
  if (last === undefined || request === undefined) return null;
  return { by: "customer", place: placeOf(last, request) };
}

function findOffer(sentences: readonly Sentence[]): Sentence | null {
  return (
    sentences.findLast(
      ({ text }, at) =>
        question.test(text) &&
        (passingOn.test(text) ||
          (thatOne.test(text) && passingOn.test(sentences[at - 1]?.text ?? ""))),
    ) ?? null
  );
}

function isAsking({ text }: Sentence): boolean {
  return asksForPerson(text) && !conditional.test(text);
}

function placeOf({ ordinal }: Message, { start, end }: Sentence): Quote {
  return { message: ordinal, start, end };
}
