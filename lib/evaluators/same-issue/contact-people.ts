import { matchesIn } from "@/lib/learning/each-match";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { nameTwoAccounts } from "../facts/is-of-another";
import type { ContactCall } from "./named-objects";

/** Types of pseudonyms that belong to one person or account. */
const personalTypes = new Set(["EMAIL", "PHONE", "ACCOUNT"]);

/** Who a contact is about: what the customer says, and the pseudonyms in their words and in what tools were asked. */
export type ContactPeople = {
  readonly texts: readonly string[];
  readonly pseudonyms: ReadonlySet<string>;
};

/** Reads who a contact is about. */
export function peopleOf(texts: readonly string[], calls: readonly ContactCall[]): ContactPeople {
  const found = [...texts, ...calls.map(({ args }) => args)].flatMap((text) =>
    matchesIn(maskedPattern, text).flatMap(([value, type = ""]) =>
      personalTypes.has(type) ? [value] : [],
    ),
  );
  return { texts, pseudonyms: new Set(found) };
}

/**
 * True if two contacts name different accounts and nothing personal that is the same. One customer may well have two
 * e-mail addresses or phone numbers.
 */
export function areOfTwoPeople(one: ContactPeople, other: ContactPeople): boolean {
  if ([...one.pseudonyms].some((value) => other.pseudonyms.has(value))) return false;
  const haveAccounts = [one, other].every(({ pseudonyms }) => [...pseudonyms].some(isAccount));
  return haveAccounts || nameTwoAccounts(one.texts, other.texts);
}

function isAccount(pseudonym: string): boolean {
  return pseudonym.startsWith("<ACCOUNT:");
}
