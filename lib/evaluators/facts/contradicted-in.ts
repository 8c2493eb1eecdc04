import type { Message, Quote } from "@/lib/domain/case/case";
import { sentencesOf } from "../sentences-of";
import type { Slot } from "../slots/slot";
import { holdsValue, valueOf } from "./value-of";

const underName =
  /\b(?:under|in|on|for) the name(?: of)? (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/u;
const example = /\b(e\.?g\b|for example|such as|example|like)/i;
const comparable = new Set(["email", "phone", "account", "name"]);

/**
 * Where an agent states another value as the customer's, one that only the agent has named.
 * @param before the case's messages before the handoff
 */
export function contradictedIn(
  message: Message,
  { slot, value }: { readonly slot: Slot; readonly value: string | null },
  before: readonly Message[],
): Quote | null {
  if (value === null || !comparable.has(slot.name) || message.speaker !== "agent") return null;
  for (const { text, start, end } of sentencesOf(message)) {
    const other = otherValue(text, slot);
    if (other === null || shapeOf(other) !== shapeOf(value) || other === value) continue;
    const isKnown = before.some(
      (earlier) => earlier.speaker !== "agent" && holdsValue(earlier.text, other),
    );
    if (isKnown) continue;
    return { message: message.ordinal, start, end };
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
