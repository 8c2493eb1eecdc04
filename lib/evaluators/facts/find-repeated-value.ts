import type { Message, Quote } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { findNamedObjects } from "../same-issue/named-objects";
import { slotAt, slotValuesIn, type SlotValue } from "../slots/slot-values";
import type { AgentRequest } from "../slots/find-requests";
import { allGiven } from "../slots/find-given";
import { findRestated, type Restated } from "../slots/find-restated";
import { isExact, type Slot } from "../slots/slot";
import type { Sentence } from "@/lib/cases/words/sentences";
import { nameOf, type Detail } from "./known-details";
import { isProtest } from "./correction-words";
import { holdsValue } from "./value-of";

/** The messages around a request of the receiving agent. */
export type AroundRequest = {
  /** The case's. */
  readonly messages: readonly Message[];
  /** Those before the handoff, without other customers' contacts. */
  readonly before: readonly Message[];
  /** The receiving agent's contact since the handoff. */
  readonly after: readonly Message[];
};

/** The means of payment is chosen anew with each payment. */
const chosenEachTime = new Set(["payment"]);

/** A passenger's or friend's name is not the customer's. */
const ofOthers =
  /\b(passengers?|travell?ers?|guests?|friends?|companions?|recipients?|each|their|his|her)\b/i;

/** True if a question asks for a value that is chosen anew each time, or for another person's; an account is one's own. */
export function isAskedAfresh(slot: Slot, sentence: Sentence): boolean {
  return chosenEachTime.has(slot.name) || isOfOthers(slot, sentence);
}

function isOfOthers({ name, isIdentity }: Slot, { text }: Sentence): boolean {
  return isIdentity && name !== "account" && ofOthers.test(text);
}

/**
 * Where the customer had given before a handoff what a request after it asks for; null where nothing was repeated:
 * nothing of the kind is known, or the customer answers with another value.
 */
export function findRepeatedValue(
  { slot, what }: Pick<Detail, "slot" | "what">,
  request: AgentRequest,
  around: AroundRequest,
): Quote | null {
  if (isOfOthers(slot, request.sentence)) return null;
  const known = knownAt(around, slot).filter(
    ({ quote }) => nameOf(slot, quote, around.messages) === what,
  );
  const latest = known.at(-1);
  if (latest === undefined) return null;
  const answer = answerTo(request, around.after);
  const isProtested = answer !== null && isProtest(answer.text);
  if (chosenEachTime.has(slot.name)) return isProtested ? latest.quote : null;
  const isCertain = isAllKnown(request, around) && !(slot.isIdentity && areSeveral(known));
  if (answer === null) return isCertain ? latest.quote : null;
  const same = known.find(({ value }) => isStated(value, slot, answer));
  if (same !== undefined) return same.quote;
  if (isProtested) return latest.quote;
  if (slotValuesIn(answer, slot).length > 0) return null;
  const restated = findRestated(answer, around.before);
  if (restated !== null && isOfKind(slot, restated, around)) return restated.earlier;
  if (slot.isIdentity) return isCertain ? latest.quote : null;
  const subjects = isExact(slot) ? subjectsOf(around.after) : new Set();
  return known.find(({ value }) => subjects.has(value))?.quote ?? null;
}

/** The numbers of the orders, reservations and the like that a contact is about, also where only tools name them. */
const subjectsOf = remember((contact: readonly Message[]): ReadonlySet<string> => {
  const texts = contact.filter(({ speaker }) => speaker === "customer").map(({ text }) => text);
  const calls = contact.flatMap(({ tool }) => (tool === null ? [] : [tool]));
  return new Set(findNamedObjects(texts, calls).about.map(({ value }) => value.toLowerCase()));
});

/** An account's number that is restated is no reservation's, and words alone are neither. */
function isOfKind(
  slot: Slot,
  { earlier, isValue }: Restated,
  { messages }: AroundRequest,
): boolean {
  const message = messages[earlier.message];
  if (message === undefined) return false;
  const kind = slotAt(message, earlier);
  if (kind !== undefined) return kind.name === slot.name;
  const words = message.text.slice(earlier.start, earlier.end);
  return !isExact(slot) || (isValue && /\d/.test(words));
}

function isAllKnown({ slots }: AgentRequest, around: AroundRequest): boolean {
  return slots.every((slot) => knownAt(around, slot).length > 0);
}

/** Several accounts or names were given: which of them is asked for again is open. */
function areSeveral(known: readonly SlotValue[]): boolean {
  return known.some(({ value }) => value !== known[0]?.value);
}

function knownAt({ messages, before }: AroundRequest, { name }: Slot): readonly SlotValue[] {
  const given = allGiven(messages).get(name) ?? [];
  const known = ordinalsOf(before);
  return given.filter(({ quote }) => known.has(quote.message));
}

/** The positions of messages in their case. */
export const ordinalsOf = remember(
  (messages: readonly Message[]): ReadonlySet<number> =>
    new Set(messages.map(({ ordinal }) => ordinal)),
);

function isStated(value: string, slot: Slot, answer: Message): boolean {
  if (slotValuesIn(answer, slot).some((each) => each.value === value)) return true;
  return value !== "" && holdsValue(answer.text, value);
}

/** The customer's next words, if they come before the agent's. */
function answerTo({ message }: AgentRequest, after: readonly Message[]): Message | null {
  const next = after.find(
    ({ ordinal, tool, text }) => ordinal > message.ordinal && tool === null && text.trim() !== "",
  );
  return next?.speaker === "customer" ? next : null;
}
