import type { Message } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { findObjects } from "../same-issue/issue-objects";
import type { Slot } from "../slots/slot";
import { slots } from "../slots/slots";
import { slotValuesIn } from "../slots/slot-values";

/** Values that belong to one person or account. */
const personal = slots.filter(({ name }) => ["email", "phone", "account"].includes(name));

/**
 * True if a contact is another customer's than those before it: they name another account, e-mail address or phone
 * number and none of the same, or where they name none, the tools do. What was known of the one says nothing of the
 * other.
 */
export function isOfAnotherPerson(before: readonly Message[], after: readonly Message[]): boolean {
  const isSame =
    haveSameValues(customersOf(before), customersOf(after)) ??
    haveSameValues(toolsOf(before), toolsOf(after));
  return isSame === false;
}

/** Whether two lists of messages share an account, e-mail address or phone number; null if one has none. */
function haveSameValues(one: readonly Message[], other: readonly Message[]): boolean | null {
  const compared = personal.flatMap((slot) => {
    const [values, others] = [valuesOf(one, slot), valuesOf(other, slot)];
    return values.size === 0 || others.size === 0
      ? []
      : [[...others].some((value) => values.has(value))];
  });
  return compared.length === 0 ? null : compared.includes(true);
}

function valuesOf(messages: readonly Message[], slot: Slot): ReadonlySet<string> {
  return new Set(
    messages.flatMap((message) => slotValuesIn(message, slot).map(({ value }) => value)),
  );
}

/** True if the customer of a contact names other orders, reservations or items than before it, and none of the same. */
export function isOfAnotherObject(before: readonly Message[], after: readonly Message[]): boolean {
  const earlier = new Set(customersOf(before).flatMap(objectsIn));
  const later = customersOf(after).flatMap(objectsIn);
  return earlier.size > 0 && later.length > 0 && !later.some((object) => earlier.has(object));
}

const objectsIn = remember(({ text }: Message): readonly string[] => [...findObjects([text])]);

function toolsOf(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ tool }) => tool !== null);
}

function customersOf(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ speaker }) => speaker === "customer");
}
