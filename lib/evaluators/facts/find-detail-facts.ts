import type { Evidence, Message, Quote } from "@/lib/domain/case/case";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { findRequests, type AgentRequest } from "../slots/find-requests";
import { findGiven, type Given } from "../slots/find-given";
import { findRestated } from "../slots/find-restated";
import { isOpening } from "../slots/is-opening";
import type { Slot } from "../slots/slot";
import { slots } from "../slots/slots";
import { readValues, type Value } from "../values/read-values";
import { isSameValue, valuesOf } from "../values/values-of";
import { isInformative } from "./is-informative";
import { holdsValue, valueOf } from "./value-of";

type Fate = { readonly after: FactFate; readonly seen: Evidence | null };
type Detail = { readonly slot: Slot; readonly quote: Quote; readonly value: string | null };

const reason = "what the matter is";
const unneeded: Fate = { after: "not-needed", seen: null };

/**
 * The details that the customer gave before a handoff, and what the receiving agent did first with
 * each: used its value, asked for it again, or named another.
 * @param messages the case's
 * @param end the position of the handoff among them
 */
export function findDetailFacts(
  messages: readonly Message[],
  end: number,
  after: readonly Message[],
): readonly KnownFact[] {
  const given = findGiven(messages, end);
  const before = messages.slice(0, end);
  const details = detailsIn(messages).filter(({ quote }) => quote.message < end);
  const facts = details.map(({ slot, quote, value }): KnownFact => ({
    kind: "detail",
    what: slotWords(slot),
    given: quote,
    by: "customer",
    ...fateOf({ slot, quote, value }, { before, after, given }),
  }));
  // Every customer gives a reason for contact; it is a fact only if it was asked for again.
  const informative = facts.filter(
    ({ what, after: fate }) => what !== reason || fate !== "not-needed",
  );
  const asked = new Set(
    informative.flatMap(({ after: fate, seen }) =>
      fate === "asked-again" && seen !== null && "message" in seen ? [seen.message] : [],
    ),
  );
  return [...informative, ...restatedFacts(before, after, asked)];
}

/** The details that the customer of a case gave, in the order of the slots. */
const detailsIn = remember((messages: readonly Message[]): readonly Detail[] => {
  const given = findGiven(messages, messages.length);
  return slots.flatMap((slot): Detail[] => {
    const quote = given.get(slot.name);
    if (quote === undefined) return [];
    const text = messages[quote.message]?.text ?? "";
    const words = text.slice(quote.start, quote.end);
    if (!isInformative(slot.name, words, words === text)) return [];
    const quoted = slot.name === "reason" ? wholeSentence(messages[quote.message], quote) : quote;
    return [{ slot, quote: quoted, value: valueOf(words, slot.name) }];
  });
});

/** For a slot whose value is a single word like "late", the fact is the whole sentence. */
function wholeSentence(message: Message | undefined, quote: Quote): Quote {
  const said = (message === undefined ? [] : sentencesOf(message)).find(
    ({ start, end }) => start <= quote.start && quote.start < end,
  );
  return said === undefined ? quote : { ...quote, start: said.start, end: said.end };
}

type Around = {
  readonly before: readonly Message[];
  readonly after: readonly Message[];
  readonly given: Given;
};

/** A detail's first fate; once the customer has repeated it, later use proves nothing. */
function fateOf(detail: Detail, around: Around): Fate {
  for (const message of around.after) {
    if (message.speaker === "customer") {
      const again = repeatedIn(message, detail);
      if (again !== null) return again;
      continue;
    }
    const fate =
      requestedIn(message, detail, around) ??
      usedIn(message, detail) ??
      contradictedIn(message, detail, around);
    if (fate !== null) return fate;
  }
  return unneeded;
}

/** The customer repeats a value unasked: from then on its use proves nothing. */
function repeatedIn(message: Message, { value }: Detail): Fate | null {
  if (value === null || !holdsValue(message.text, value)) return null;
  const said = sentencesOf(message).find(({ text }) => holdsValue(text, value));
  const { start, end } = said ?? { start: 0, end: message.text.length };
  return { after: "said-again", seen: { message: message.ordinal, start, end } };
}

/** Searching for something else, checking availability or saying goodbye does not ask for the value again. */
const askingElse =
  /\b(another|different|other|double[- ]?check|recheck|alternative|further|rephrase|anything|reason for (the |your |this |each )?(cancel|return|exchang|refund)\w*)\b/i;

/** A question asks again only if everything it asks for had been given. */
function requestedIn(message: Message, { slot }: Detail, around: Around): Fate | null {
  const { after, given } = around;
  const request = findRequests(message).find(
    (each) =>
      !askingElse.test(each.sentence.text) &&
      !isAnsweredAnew(message, around) &&
      each.slots.some(({ name }) => name === slot.name) &&
      each.slots.every(({ name }) => given.has(name)),
  );
  if (request === undefined) return null;
  // "What's the matter?" is a usual opening; it repeats only after the customer has stated the
  // matter in this contact.
  const hasSpoken = after.some(
    ({ speaker, ordinal }) => speaker === "customer" && ordinal < message.ordinal,
  );
  if (slot.name === "reason" && !hasSpoken) return null;
  const { start, end } = request.sentence;
  return { after: "asked-again", seen: { message: message.ordinal, start, end } };
}

/** The customer answered with a new value, so the question was for something else. */
function isAnsweredAnew(message: Message, { after, before }: Around): boolean {
  const answer = answerAfter(after, after.indexOf(message));
  if (answer?.speaker !== "customer") return false;
  const values = valuesOf(answer);
  const isKnown = (value: Value) =>
    before.some(
      (each) =>
        each.speaker === "customer" && valuesOf(each).some((other) => isSameValue(other, value)),
    );
  return values.length > 0 && !values.some(isKnown);
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

const underName =
  /\b(?:under|in|on|for) the name(?: of)? (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/u;
const example = /\b(e\.?g\b|for example|such as|example|like)/i;
const comparable = new Set(["email", "phone", "account", "name"]);

/** The agent states another value as the customer's, one that only the agent has named. */
function contradictedIn(message: Message, detail: Detail, { before }: Around): Fate | null {
  const { slot, value } = detail;
  if (value === null || !comparable.has(slot.name) || message.speaker !== "agent") return null;
  for (const { text, start, end } of sentencesOf(message)) {
    const other = otherValue(text, slot);
    if (other === null || shapeOf(other) !== shapeOf(value) || other === value) continue;
    const isKnown = before.some(
      (earlier) => earlier.speaker !== "agent" && holdsValue(earlier.text, other),
    );
    if (isKnown) continue;
    return { after: "contradicted", seen: { message: message.ordinal, start, end } };
  }
  return null;
}

/** The pattern of letters and digits: "mia kim 4397" and "sara lee 12" match, a reservation code does not. */
function shapeOf(value: string): string {
  return value
    .replace(/[0-9a-f]{16}/, "#")
    .replace(/\p{L}+/gu, "a")
    .replace(/\d+/g, "9");
}

function otherValue(text: string, slot: Slot): string | null {
  if (slot.name === "name") {
    const name = underName.exec(text)?.[1];
    return name === undefined ? null : valueOf(name, "name");
  }
  if (example.test(text)) return null;
  if (!/\byour\b/i.test(text) || !slot.asked.test(text)) return null;
  const found = slot.given?.exec(text)?.[0];
  return found === undefined ? null : valueOf(found, slot.name);
}

/** An answer that agrees or chooses repeats the offer's words, not an earlier value. */
const choosing =
  /\b(yes|yep|yeah|ok(ay)?|sure|no|proceed|go with|option|confirm|don['’]?t|sounds|please|first|second)\b/i;

/** "Let me know which of these you would like": the answer chooses from the offer and repeats nothing. */
const offeringChoice =
  /\bwhich (one|option|of (these|those|them))\b|\bwhich \w+ (you['’]d|you would|would you|do you) (like|prefer|want)\b/i;

/** Whatever was asked for: the customer answered with what they had said before. */
function restatedFacts(
  before: readonly Message[],
  after: readonly Message[],
  asked: ReadonlySet<number>,
): readonly KnownFact[] {
  return after.flatMap((message, index) => {
    const request = findRequests(message).find(
      ({ sentence }) => readValues(sentence.text).length === 0,
    );
    const answer = request === undefined ? undefined : answerAfter(after, index);
    if (request === undefined || asked.has(message.ordinal)) return [];
    if (offeringChoice.test(request.sentence.text) || askingElse.test(request.sentence.text))
      return [];
    if (isOpening(request, after)) return [];
    if (answer?.speaker !== "customer") return [];
    const restated = findRestated(answer, before);
    if (restated === null || (!restated.isValue && request.slots.some(isExact))) return [];
    if (isChosen(message, answer, restated.earlier, before)) return [];
    return [factOf(request, restated.earlier, before)];
  });
}

/** The agent had named it, and the customer accepts. */
function isChosen(
  offer: Message,
  answer: Message,
  { message, start, end }: Quote,
  before: readonly Message[],
): boolean {
  if (!choosing.test(answer.text)) return false;
  const words = (before[message]?.text ?? "").slice(start, end).toLowerCase();
  return offer.text.toLowerCase().includes(words);
}

/** The next message with words; tool messages are skipped. */
function answerAfter(after: readonly Message[], index: number): Message | undefined {
  for (let at = index + 1; at < after.length; at += 1) {
    if (after[at]?.tool === null) return after[at];
  }
  return undefined;
}

/** Named by the slot that was asked for, else by the repeated words. */
function factOf(
  { slots, message, sentence }: AgentRequest,
  given: Quote,
  before: readonly Message[],
): KnownFact {
  const words = (before[given.message]?.text ?? "").slice(given.start, given.end);
  const [slot] = slots;
  return {
    kind: "detail",
    what: slot === undefined ? `“${words}”` : slotWords(slot),
    given,
    by: "customer",
    after: "asked-again",
    seen: { message: message.ordinal, start: sentence.start, end: sentence.end },
  };
}

/** A slot in words only has no exact value to compare. */
function isExact({ name, isIdentity }: Slot): boolean {
  return isIdentity || name === "order";
}

function slotWords({ words }: Slot): string {
  return words.replace(/^the /, "");
}
