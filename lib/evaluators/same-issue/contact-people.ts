import { matchesIn } from "@/lib/learning/each-match";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { nameTwoPeople } from "../facts/is-of-another";
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

/** True if two contacts name different accounts, e-mail addresses or phone numbers and none of the same. */
export function areOfTwoPeople(one: ContactPeople, other: ContactPeople): boolean {
  if ([...one.pseudonyms].some((value) => other.pseudonyms.has(value))) return false;
  const types = new Set([...one.pseudonyms].map(typeOf));
  const isCompared = [...other.pseudonyms].some((value) => types.has(typeOf(value)));
  return isCompared || nameTwoPeople(one.texts, other.texts);
}

function typeOf(pseudonym: string): string {
  return pseudonym.slice(1, pseudonym.indexOf(":"));
}
