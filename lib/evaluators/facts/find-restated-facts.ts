import type { Message, Quote } from "@/lib/domain/case/case";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import { findRequests, type AgentRequest } from "../slots/find-requests";
import { findRestated } from "../slots/find-restated";
import { isOpening } from "../slots/is-opening";
import { isExact, slotName, type Slot } from "../slots/slot";
import { slotAt } from "../slots/slot-values";
import { readValues } from "../values/read-values";
import type { AroundRequest } from "./find-repeated-value";
import { isVerification } from "./find-said-again";
import { isForSomethingElse } from "./is-for-something-else";

/** An answer that agrees or chooses repeats the offer's words, not an earlier value. */
const choosing =
  /\b(yes|yep|yeah|ok(ay)?|sure|no|proceed|go with|option|confirm|don['’]?t|sounds|please|first|second)\b/i;

/**
 * Finds what was asked again, whatever the question: the customer answered with what they had said before.
 * @param asked the agent's messages of which another fact says so
 */
export function findRestatedFacts(
  { messages, before, after }: AroundRequest,
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
    if (isChosen(message, answer, restated.earlier, messages)) return [];
    const slot = slotOf(request, restated.earlier, messages);
    if (slot?.isIdentity === true && isVerification(message, after)) return [];
    return [factOf(request, restated.earlier, slot)];
  });
}

/** The agent had named it, and the customer accepts. */
function isChosen(
  offer: Message,
  answer: Message,
  { message, start, end }: Quote,
  messages: readonly Message[],
): boolean {
  if (!choosing.test(answer.text)) return false;
  const words = (messages[message]?.text ?? "").slice(start, end).toLowerCase();
  return offer.text.toLowerCase().includes(words);
}

/** The next message with words; tool messages are skipped. */
function answerAfter(after: readonly Message[], index: number): Message | undefined {
  for (let at = index + 1; at < after.length; at += 1) {
    if (after[at]?.tool === null) return after[at];
  }
  return undefined;
}

/** The kind of value that was asked for, else that of the repeated value. */
function slotOf(
  { slots: asked }: AgentRequest,
  given: Quote,
  messages: readonly Message[],
): Slot | undefined {
  const said = messages[given.message];
  return asked[0] ?? (said === undefined ? undefined : slotAt(said, given));
}

function factOf(
  { message, sentence }: AgentRequest,
  given: Quote,
  slot: Slot | undefined,
): KnownFact {
  return {
    kind: "detail",
    what: slot === undefined ? "what the customer had said" : slotName(slot),
    given,
    by: "customer",
    after: "asked-again",
    seen: { message: message.ordinal, start: sentence.start, end: sentence.end },
  };
}
