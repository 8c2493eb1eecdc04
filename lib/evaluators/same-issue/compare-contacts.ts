import { areOfTwoPeople, peopleOf, type ContactPeople } from "./contact-people";
import {
  findNamedObjects,
  shareObject,
  type ContactCall,
  type ContactObjects,
} from "./named-objects";
import { requestWords } from "./request-words";
import { judgeSameIssue } from "./same-issue";

/** What a customer said in a contact, in order, and the tool calls of it. */
export type ContactText = {
  readonly texts: readonly string[];
  readonly calls: readonly ContactCall[];
};

/** What a contact is about. */
export type ContactIssue = {
  /** null: too few words, or in another language. */
  readonly request: readonly string[] | null;
  readonly objects: ContactObjects;
  readonly people: ContactPeople;
};

/** Likeness of the words from which two contacts that name no object are about one issue. */
const alikeByWords = 0.88;
/** The same where both are about one object, of which a customer may want two things. */
const alikeByObject = 0.5;

/** Reads what a contact is about. */
export function readContactIssue({ texts, calls }: ContactText): ContactIssue {
  return {
    request: requestWords(texts),
    objects: findNamedObjects(texts, calls),
    people: peopleOf(texts, calls),
  };
}

/**
 * True if two contacts of one customer are about the same issue: about one object and alike in what is wanted, or,
 * where no object can be compared, very much alike in it. Symmetric. One customer id may stand for several people;
 * another one's issue is another.
 */
export function isSameIssue(one: ContactIssue, other: ContactIssue): boolean {
  const isOneObject = shareObject(one.objects, other.objects);
  if (isOneObject === false || areOfTwoPeople(one.people, other.people)) return false;
  const likeness =
    one.request === null || other.request === null
      ? null
      : judgeSameIssue(one.request, other.request);
  if (likeness === null) return isOneObject === true;
  return likeness >= (isOneObject === true ? alikeByObject : alikeByWords);
}
