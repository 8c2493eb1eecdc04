import type { Message, Quote } from "@/lib/domain/case/case";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import { findRequests, type AgentRequest } from "../slots/find-requests";
import { findRestated } from "../slots/find-restated";
import { isOpening } from "../slots/is-opening";
import { slotName, type Slot } from "../slots/slot";
import { slotValuesIn } from "../slots/slot-values";
import { slots } from "../slots/slots";
import { readValues } from "../values/read-values";
import { isForSomethingElse } from "./is-for-something-else";

/** An answer that agrees or chooses repeats the offer's words, not an earlier value. */
const choosing =
  /\b(yes|yep|yeah|ok(ay)?|sure|no|proceed|go with|option|confirm|don['’]?t|sounds|please|first|second)\b/i;

/**
 * Finds what was asked again, whatever the question: the customer answered with what they had said before.
 * @param asked the agent's messages of which another fact says so
 */
export function findRestatedFacts(
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
    if (isForSomethingElse(request.sentence)) return [];
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

/** Named by the kind of value that was asked for, else by that of the repeated value. */
function factOf(
  { slots: asked, message, sentence }: AgentRequest,
  given: Quote,
  before: readonly Message[],
): KnownFact {
  const said = before[given.message];
  const slot = asked[0] ?? (said === undefined ? undefined : slotAt(said, given));
  return {
    kind: "detail",
    what: slot === undefined ? "what the customer had said" : slotName(slot),
    given,
    by: "customer",
    after: "asked-again",
    seen: { message: message.ordinal, start: sentence.start, end: sentence.end },
  };
}

/** The slot of which a message gives a value at a quote. */
function slotAt(message: Message, { start, end }: Quote): Slot | undefined {
  return slots.find((slot) =>
    slotValuesIn(message, slot).some(({ quote }) => quote.start < end && start < quote.end),
  );
}

/** A slot in words only has no exact value to compare. */
function isExact({ name, isIdentity }: Slot): boolean {
  return isIdentity || name === "order";
}
