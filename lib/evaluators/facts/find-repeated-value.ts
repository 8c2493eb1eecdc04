import type { Message, Quote } from "@/lib/domain/case/case";
import { slotValuesIn, type SlotValue } from "../slots/slot-values";
import type { AgentRequest } from "../slots/find-requests";
import { allGiven } from "../slots/find-given";
import { findRestated } from "../slots/find-restated";
import type { Slot } from "../slots/slot";
import { isProtest } from "./correction-words";
import { holdsValue } from "./value-of";

/** The messages around a request of the receiving agent. */
export type AroundRequest = {
  /** The case's. */
  readonly messages: readonly Message[];
  /** Those before the handoff. */
  readonly before: readonly Message[];
  /** The receiving agent's contact since the handoff. */
  readonly after: readonly Message[];
};

/** The means of payment is chosen anew with each payment. */
const chosenEachTime = new Set(["payment"]);

/** A passenger's or friend's name is not the customer's. */
const ofOthers =
  /\b(passengers?|travell?ers?|guests?|friends?|companions?|recipients?|each|their|his|her)\b/i;

/**
 * Where the customer had given before a handoff what a request after it asks for; null where nothing was repeated:
 * nothing of the kind is known, or the customer answers with another value.
 */
export function findRepeatedValue(
  slot: Slot,
  request: AgentRequest,
  around: AroundRequest,
): Quote | null {
  if (slot.isIdentity && ofOthers.test(request.sentence.text)) return null;
  const known = knownAt(around, slot.name);
  const latest = known.at(-1);
  if (latest === undefined) return null;
  const answer = answerTo(request, around.after);
  const isProtested = answer !== null && isProtest(answer.text);
  if (chosenEachTime.has(slot.name)) return isProtested ? latest.quote : null;
  if (answer === null) return isAllKnown(request, around) ? latest.quote : null;
  const same = known.find(({ value }) => isStated(value, slot, answer));
  if (same !== undefined) return same.quote;
  if (isProtested) return latest.quote;
  if (slotValuesIn(answer, slot).length > 0) return null;
  const restated = findRestated(answer, around.before);
  if (restated !== null) return restated.earlier;
  return slot.isIdentity && isAllKnown(request, around) ? latest.quote : null;
}

function isAllKnown({ slots }: AgentRequest, around: AroundRequest): boolean {
  return slots.every(({ name }) => knownAt(around, name).length > 0);
}

function knownAt({ messages, before }: AroundRequest, slot: string): readonly SlotValue[] {
  const given = allGiven(messages).get(slot) ?? [];
  return given.filter(({ quote }) => quote.message < before.length);
}

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
