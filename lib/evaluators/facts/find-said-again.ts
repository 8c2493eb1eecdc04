import type { Message, Quote } from "@/lib/domain/case/case";
import type { FactFate } from "@/lib/domain/case/handoff-facts";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import {
  findRequests,
  introducesList,
  isVerifying,
  type AgentRequest,
} from "../slots/find-requests";
import { isOpening } from "../slots/is-opening";
import { slots } from "../slots/slots";
import { isAskedAfresh, type AroundRequest } from "./find-repeated-value";
import { asksForSomethingNew, isForSomethingElse } from "./is-for-something-else";
import { flightNumber, type Detail } from "./known-details";
import { holdsValue } from "./value-of";

/** What the customer's repetition of a detail shows; its quote is null where it shows nothing. */
export type Repetition = {
  readonly after: Extract<FactFate, "asked-again" | "said-again" | "verified-again" | "not-needed">;
  readonly seen: Quote | null;
};

const unneeded: Repetition = { after: "not-needed", seen: null };

/**
 * The customer says a known value again: because the agent had asked for it in this contact, or unasked. To prove who
 * they are or to introduce themselves in a new contact is no repetition, and an answer to another question is not unasked.
 * @returns null if the message does not hold the value
 */
export function findSaidAgain(
  message: Message,
  detail: Detail,
  around: AroundRequest,
): Repetition | null {
  const { value, slot } = detail;
  if (value === null || !holdsValue(message.text, value)) return null;
  const question = questionBefore(message, around.after);
  if (slot.isIdentity && question !== null && isVerification(question, around.after)) {
    const asked = verifiedIn(question, detail);
    return asked === null ? unneeded : { after: "verified-again", seen: asked };
  }
  const request =
    requestFor(detail, message, around.after) ?? generalRequest(question, around.after);
  if (request !== null) {
    const { start, end } = request.sentence;
    return {
      after: "asked-again",
      seen: { message: request.message.ordinal, start, end },
    };
  }
  if (question !== null && asksFor(question, around.after)) return unneeded;
  if (slot.isIdentity && isIntroduction(message, around)) return unneeded;
  const said = sentencesOf(message).find(({ text }) => holdsValue(text, value));
  const { start, end } = said ?? { start: 0, end: message.text.length };
  return { after: "said-again", seen: { message: message.ordinal, start, end } };
}

/** The sentence of a question that verifies who the customer is by a detail's kind of value, which they had given; or null. */
function verifiedIn(question: Message, { slot }: Detail): Quote | null {
  const asking = sentencesOf(question).find(
    (sentence) =>
      slot.asked.test(sentence.text) &&
      slot.given?.test(sentence.text) !== true &&
      !isAskedAfresh(slot, sentence),
  );
  if (asking === undefined) return null;
  return { message: question.ordinal, start: asking.start, end: asking.end };
}

/** True if an agent's message asks for anything but what the contact is about. */
export function asksFor(question: Message, after: readonly Message[]): boolean {
  const requests = findRequests(question);
  return asksToVerify(question) || requests.some((request) => !isOpening(request, after));
}

const asksToVerify = remember(
  (message: Message) =>
    isVerifying(message) &&
    slots.some(({ isIdentity, asked }) => isIdentity && asked.test(message.text)),
);

/** A question verifies who the customer is, or asks on in such a verification. */
export function isVerification(question: Message, after: readonly Message[]): boolean {
  if (isVerifying(question)) return true;
  const earlier = after.findLast(
    ({ speaker, ordinal, text }) =>
      speaker === "agent" && ordinal < question.ordinal && text !== "",
  );
  return (
    earlier !== undefined && isVerifying(earlier) && findRequests(question).some(asksForIdentity)
  );
}

function asksForIdentity(request: AgentRequest): boolean {
  const { slots: asked, sentence } = request;
  return asked.length === 0
    ? !isForSomethingElse(sentence)
    : asked.every(({ isIdentity }) => isIdentity);
}

/** The latest question for a detail's kind of value in a contact before a message of the customer's. */
function requestFor(
  { slot, what }: Detail,
  { ordinal }: Message,
  after: readonly Message[],
): AgentRequest | null {
  for (const message of after.toReversed()) {
    if (message.ordinal >= ordinal || message.speaker !== "agent") continue;
    const request = findRequests(message).find(
      ({ slots: asked, sentence }) =>
        asked.some(({ name }) => name === slot.name) &&
        !asksForSomethingNew(sentence, slot) &&
        !isAskedAfresh(slot, sentence) &&
        (what !== flightNumber || /\bflight\b/i.test(sentence.text)),
    );
    if (request !== undefined) return request;
  }
  return null;
}

/** "Could you provide those?": the first request of a message that names no kind of value anywhere. */
function generalRequest(question: Message | null, after: readonly Message[]): AgentRequest | null {
  const requests = question === null ? [] : findRequests(question);
  if (requests.some(({ slots: asked }) => asked.length > 0)) return null;
  return (
    requests.find(
      (request) =>
        !isOpening(request, after) &&
        !isForSomethingElse(request.sentence) &&
        !introducesList(request.sentence),
    ) ?? null
  );
}

/** The agent's message that a customer's message answers, or null. */
function questionBefore(answer: Message, after: readonly Message[]): Message | null {
  const previous = after.findLast(
    ({ ordinal, tool, text }) => ordinal < answer.ordinal && tool === null && text !== "",
  );
  return previous?.speaker === "agent" ? previous : null;
}

/** The customer's first words in a contact that nobody passed on to this agent while it ran. */
function isIntroduction(
  { ordinal, interaction }: Message,
  { before, after }: AroundRequest,
): boolean {
  const isLive = before.some((earlier) => earlier.interaction === interaction);
  return (
    !isLive && !after.some(({ speaker, ordinal: at }) => speaker === "customer" && at < ordinal)
  );
}
