import { isParty } from "@/lib/domain/trace/reading";
import type { Message, Quote } from "@/lib/domain/case/case";
import { findFailedActs, type Act, type FailedAct } from "@/lib/cases/closure/find-acts";
import { satisfies } from "@/lib/cases/words/actions";
import { asksTheCustomer } from "@/lib/cases/words/asks-the-customer";
import { findAsking } from "@/lib/cases/words/last-words";
import { findRequestedActions } from "@/lib/cases/words/requests";
import type { Sentence } from "@/lib/cases/words/sentences";
import { sentencesOf } from "../sentences-of";
import { findRefusing } from "./find-refusal";

/** A customer turns from what they came for to something else. */
const turning =
  /\b(?:while (?:you|i|we)(?:['’]re|['’]m| are| am| have| still) \w+|by the way|one (?:more|last|other|final) (?:thing|question|request)|(?:last|next|other) thing|another (?:thing|question|request|favou?r|matter|issue)|on (?:a|another) (?:separate|different|unrelated|side) note|separately|apart from that|aside from that|moving on|something else)\b/i;
/** Agrees to what the agent offered to do. */
const agreeing = /^\W*(?:yes|yeah|yep|sure|okay|ok|please do|go ahead|absolutely|sounds good)\b/i;

/** The act that the customer had asked for or agreed to and that failed for good, though a later one succeeded; or null. */
export function findFailedPart(messages: readonly Message[], acts: readonly Act[]) {
  const isWanted = ({ message, action }: FailedAct) => {
    const before = messages.filter(
      ({ speaker, text, ordinal }) =>
        speaker === "customer" && text !== "" && ordinal < message.ordinal,
    );
    const last = before.at(-1)?.text ?? "";
    return (
      findAsking(last) !== null ||
      agreeing.test(last) ||
      before.some(({ text }) =>
        findRequestedActions(text).some((asked) => satisfies(action, asked.action)),
      )
    );
  };
  return findFailedActs(acts).find(isWanted) ?? null;
}

/**
 * The refusal of what the customer had come for, where they turned to something else after it and only that was done;
 * or null.
 * @param done the last act that succeeded
 * @param acts all of the contact
 */
export function findRefusedBefore(
  messages: readonly Message[],
  done: Act,
  acts: readonly Act[],
): Quote | null {
  const turn = messages.findLast(
    (message) =>
      message.speaker === "customer" &&
      message.ordinal < done.message.ordinal &&
      findTurn(message) !== null,
  );
  const said = turn === undefined ? null : findTurn(turn);
  if (turn === undefined || said === null) return null;
  if (acts.some(({ outcome, message }) => outcome === "done" && message.ordinal < turn.ordinal)) {
    return null;
  }
  const before = messages.filter(({ ordinal }) => ordinal < turn.ordinal);
  const asked = before.filter(({ speaker }) => speaker === "customer");
  const isSame = asked.some(({ text }) => meets(done, text));
  const first = asked.find(({ text }) => findAsking(text) !== null);
  if (isSame || first === undefined) return null;
  return lastOf(before.filter(({ ordinal }) => ordinal > first.ordinal).map(findRefusing));
}

/** The act does what a customer's message asks for. */
function meets({ action }: Act, text: string): boolean {
  return (
    action !== null && findRequestedActions(text).some((asked) => satisfies(action, asked.action))
  );
}

/** The sentence in which a customer turns to something else and asks for it, or the one after it does; or null. */
function findTurn(message: Message): Sentence | null {
  const sentences = sentencesOf(message);
  const at = sentences.findIndex(({ text }) => turning.test(text));
  const rest = sentences.slice(at, at + 2).map(({ text }) => text);
  return at >= 0 && findAsking(rest.join(" ")) !== null ? (sentences[at] ?? null) : null;
}

/**
 * The refusal in the agent's answer to the message at whose word something was done, where that answer asks the
 * customer how to go on; or null.
 */
export function findRefusedBeside(messages: readonly Message[], done: Act): Quote | null {
  const final = messages.findLast(({ speaker, text }) => isParty[speaker] && text !== "");
  const isAnswer = final?.speaker === "agent" && final.ordinal > done.message.ordinal;
  if (!isAnswer || !asksTheCustomer(final.text)) return null;
  const told = messages.findLast(
    ({ speaker, ordinal }) => speaker === "customer" && ordinal < final.ordinal,
  );
  const isOfSame = told !== undefined && told.ordinal < done.message.ordinal;
  return isOfSame ? findRefusing(final) : null;
}

function lastOf(quotes: readonly (Quote | null)[]): Quote | null {
  return quotes.findLast((quote) => quote !== null) ?? null;
}
