import type { Evidence, Message, Quote } from "@/lib/domain/case/case";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { findRequests, isVerifying, type AgentRequest } from "../slots/find-requests";
import { findGiven } from "../slots/find-given";
import { isOpening } from "../slots/is-opening";
import { slotName, type Slot } from "../slots/slot";
import { slots } from "../slots/slots";
import { contradictedIn } from "./contradicted-in";
import { matterWords } from "./find-matter-fact";
import { findRepeatedValue, type AroundRequest } from "./find-repeated-value";
import { findRestatedFacts } from "./find-restated-facts";
import { findTyped } from "./find-typed";
import { asksForSomethingNew, isForSomethingElse } from "./is-for-something-else";
import { isInformative } from "./is-informative";
import { holdsValue, valueOf } from "./value-of";

type Fate = {
  readonly after: FactFate;
  readonly seen: Evidence | null;
  /** The earlier words that were asked for again, where not the first. */
  readonly given?: Quote;
};
type Detail = {
  readonly slot: Slot;
  readonly what: string;
  readonly quote: Quote;
  readonly value: string | null;
};

const flightNumber = "flight number";
const unneeded: Fate = { after: "not-needed", seen: null };

/**
 * The details that the customer gave before a handoff, and what the receiving agent did first with
 * each: used its value, asked for it again, or named another.
 * @param messages the case's
 * @param before those before the handoff
 * @param after the receiving agent's contact since the handoff
 */
export function findDetailFacts(
  messages: readonly Message[],
  before: readonly Message[],
  after: readonly Message[],
): readonly KnownFact[] {
  const details = detailsIn(messages).filter(({ quote }) => quote.message < before.length);
  const facts = details.map((detail): KnownFact => ({
    kind: "detail",
    what: detail.what,
    given: detail.quote,
    by: "customer",
    ...fateOf(detail, { messages, before, after }),
  }));
  // Every customer gives a reason for contact; here it is a fact only if it was asked for again.
  const informative = facts.filter(
    ({ what, after: fate }) => what !== matterWords || fate === "asked-again",
  );
  const asked = new Set(
    informative.flatMap(({ after: fate, seen }) =>
      fate === "asked-again" && seen !== null && "message" in seen ? [seen.message] : [],
    ),
  );
  return [...informative, ...findRestatedFacts(before, after, asked)];
}

/** The details that the customer of a case gave, in the order of the slots. */
const detailsIn = remember((messages: readonly Message[]): readonly Detail[] => {
  const given = findGiven(messages, messages.length);
  return slots.flatMap((slot): Detail[] => {
    const quote = given.get(slot.name);
    const message = quote === undefined ? undefined : messages[quote.message];
    if (quote === undefined || message === undefined) return [];
    const found = findTyped(message, quote, slot);
    if (found === null) return [];
    const words = message.text.slice(found.start, found.end);
    if (!isInformative(slot.name, words, words === message.text)) return [];
    const quoted = slot.name === "reason" ? wholeSentence(message, found) : found;
    return [
      { slot, what: nameOf(slot, message, found), quote: quoted, value: valueOf(words, slot.name) },
    ];
  });
});

/** "Flight HAT039": what a code numbers stands before it. */
function nameOf(slot: Slot, { text }: Message, { start }: Quote): string {
  const isFlight = slot.name === "order" && /\bflights?\b.{0,12}$/i.test(text.slice(0, start));
  return isFlight ? flightNumber : slotName(slot);
}

/** For a slot whose value is a single word like "late", the fact is the whole sentence. */
function wholeSentence(message: Message, quote: Quote): Quote {
  const said = sentencesOf(message).find(
    ({ start, end }) => start <= quote.start && quote.start < end,
  );
  return said === undefined ? quote : { ...quote, start: said.start, end: said.end };
}

/** A detail's first fate; once the customer has repeated it, later use proves nothing. */
function fateOf(detail: Detail, around: AroundRequest): Fate {
  for (const message of around.after) {
    if (message.speaker === "customer") {
      const again = repeatedIn(message, detail, around);
      if (again !== null) return again;
      continue;
    }
    const fate =
      requestedIn(message, detail, around) ?? usedIn(message, detail) ?? foundIn(message, detail);
    if (fate !== null) return fate;
    const other = contradictedIn(message, detail, around.before);
    if (other !== null) return { after: "contradicted", seen: other };
  }
  return unneeded;
}

/**
 * The customer repeats a value: asked for by a question that names no kind of value ("Could you provide those?"), or
 * unasked. To prove who they are is no repetition.
 */
function repeatedIn(
  message: Message,
  { value, slot }: Detail,
  { after }: AroundRequest,
): Fate | null {
  if (value === null || !holdsValue(message.text, value)) return null;
  const question = questionBefore(message, after);
  if (slot.isIdentity && isVerified(question, after)) return unneeded;
  const request = question === null ? undefined : findRequests(question).find(isForAnything);
  if (question !== null && request !== undefined) {
    const { start, end } = request.sentence;
    return { after: "asked-again", seen: { message: question.ordinal, start, end } };
  }
  const said = sentencesOf(message).find(({ text }) => holdsValue(text, value));
  const { start, end } = said ?? { start: 0, end: message.text.length };
  return { after: "said-again", seen: { message: message.ordinal, start, end } };
}

/** A question verifies who the customer is, or asks on in such a verification. */
function isVerified(question: Message | null, after: readonly Message[]): boolean {
  if (question === null) return false;
  if (isVerifying(question)) return true;
  const earlier = after.findLast(
    ({ speaker, ordinal, text }) =>
      speaker === "agent" && ordinal < question.ordinal && text !== "",
  );
  return (
    earlier !== undefined && isVerifying(earlier) && findRequests(question).some(isForAnything)
  );
}

function isForAnything({ slots: asked, sentence }: AgentRequest): boolean {
  return asked.length === 0 && !isForSomethingElse(sentence);
}

/** The agent's message that a customer's message answers, or null. */
function questionBefore(answer: Message, after: readonly Message[]): Message | null {
  const previous = after.findLast(
    ({ ordinal, tool, text }) => ordinal < answer.ordinal && tool === null && text !== "",
  );
  return previous?.speaker === "agent" ? previous : null;
}

/** A question for the detail's kind of value, which the customer does not answer with another value. */
function requestedIn(
  message: Message,
  { slot, what, quote }: Detail,
  around: AroundRequest,
): Fate | null {
  for (const request of findRequests(message)) {
    const { text, start, end } = request.sentence;
    if (asksForSomethingNew(request.sentence)) continue;
    if (!request.slots.some(({ name }) => name === slot.name)) continue;
    // A flight's number is no answer to a question for a reservation.
    if (what === flightNumber && !/\bflight\b/i.test(text)) continue;
    if (isOpening({ ...request, slots: [slot] }, around.after)) continue;
    const given = findRepeatedValue(slot, request, around);
    if (given === null) continue;
    const seen = { message: message.ordinal, start, end };
    return {
      after: "asked-again",
      seen,
      ...(given.message === quote.message || what === matterWords ? {} : { given }),
    };
  }
  return null;
}

/** Every price occurs somewhere in a price list, so lists prove nothing. */
const amount = /[$€£] ?\d/g;

function usedIn(message: Message, { slot, value }: Detail): Fate | null {
  if (value === null) return null;
  const calls = message.tool === null ? message.toolCalls : [message.tool];
  if (calls.some(({ args }) => holdsValue(args, value))) {
    const span = message.spans[0];
    return span === undefined ? null : { after: "carried", seen: { span } };
  }
  if (message.speaker !== "agent" || !holdsValue(message.text, value)) return null;
  const said = sentencesOf(message).find(({ text }) => holdsValue(text, value));
  if (slot.name === "amount" && (said?.text.match(amount) ?? []).length !== 1) return null;
  const { start, end } = said ?? { start: 0, end: message.text.length };
  return { after: "carried", seen: { message: message.ordinal, start, end } };
}

/** A tool returns the value: whoever uses it from then on need not have known it. */
function foundIn({ tool, text }: Message, { value }: Detail): Fate | null {
  return tool !== null && value !== null && holdsValue(text, value) ? unneeded : null;
}
