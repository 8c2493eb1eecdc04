import type { Message } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { remember } from "../remember";
import { findObjects } from "../same-issue/issue-objects";
import { slots } from "../slots/slots";
import { slotValuesIn } from "../slots/slot-values";
import { matchesIn } from "@/lib/learning/each-match";

/** Kinds of value that belong to one person or account, as slots and as types of pseudonyms. */
const personal = slots.filter(({ name }) => ["email", "phone", "account"].includes(name));
const personalTypes = ["EMAIL", "PHONE", "ACCOUNT"];

/**
 * True if a contact is another customer's than those before it: they name another account, e-mail address or phone
 * number and none of the same, or where they name none, the tools do. What was known of the one says nothing of the
 * other.
 */
export function isOfAnotherPerson(before: readonly Message[], after: readonly Message[]): boolean {
  const stated = [before, after].map((messages) => customersOf(messages).flatMap(statedIn));
  const isSame = haveSameValues(stated) ?? haveSameValues([before, after].map(returnedIn));
  return isSame === false;
}

/** True if what customers say in two contacts names different accounts and none of the same. */
export function nameTwoAccounts(one: readonly string[], other: readonly string[]): boolean {
  const stated = [one, other].map((texts) =>
    texts
      .flatMap((text, ordinal) => statedIn({ text, ordinal }))
      .filter(({ kind }) => kind === "account"),
  );
  return haveSameValues(stated) === false;
}

/** A value and its kind. */
type Personal = { readonly kind: string; readonly value: string };

/** Whether two lists share a value; null if they have none of one kind. */
function haveSameValues([one = [], other = []]: readonly (readonly Personal[])[]): boolean | null {
  const kinds = new Set(one.map(({ kind }) => kind));
  const compared = other.filter(({ kind }) => kinds.has(kind));
  if (compared.length === 0) return null;
  const known = new Set(one.map(({ kind, value }) => `${kind} ${value}`));
  return compared.some(({ kind, value }) => known.has(`${kind} ${value}`));
}

function statedIn(message: Pick<Message, "ordinal" | "text">): readonly Personal[] {
  return personal.flatMap((slot) =>
    slotValuesIn(message, slot).map(({ value }) => ({ kind: slot.name, value })),
  );
}

function returnedIn(messages: readonly Message[]): readonly Personal[] {
  return messages.filter(({ tool }) => tool !== null).flatMap(pseudonymsIn);
}

const pseudonymsIn = remember(({ text }: Message): readonly Personal[] =>
  matchesIn(maskedPattern, text).flatMap(([value, kind = ""]) =>
    personalTypes.includes(kind) ? [{ kind, value }] : [],
  ),
);

/** True if the customer of a contact names other orders, reservations or items than before it, and none of the same. */
export function isOfAnotherObject(before: readonly Message[], after: readonly Message[]): boolean {
  const earlier = new Set(customersOf(before).flatMap(objectsIn));
  const later = customersOf(after).flatMap(objectsIn);
  return earlier.size > 0 && later.length > 0 && !later.some((object) => earlier.has(object));
}

const objectsIn = remember(({ text }: Message): readonly string[] => [...findObjects([text])]);

function customersOf(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ speaker }) => speaker === "customer");
}
