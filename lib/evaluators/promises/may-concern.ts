import type { Message } from "@/lib/domain/case/case";
import { isReadOnlyTool } from "@/lib/cases/words/actions";
import { isOfAnotherPerson } from "../facts/is-of-another";
import { messagesOfContacts } from "../messages-of-contacts";
import { remember } from "../remember";
import { rememberBoth } from "../remember-both";
import { findObjects } from "../same-issue/issue-objects";
import { spokenText } from "../spoken-text";

const isAnotherPersons = rememberBoth(isOfAnotherPerson);

/** True if two contacts of a case, by their ordinals, are different customers'. */
export function areOfTwoPeople(messages: readonly Message[], one: number, other: number): boolean {
  if (one === other) return false;
  const byContact = messagesOfContacts(messages);
  const [before, after] = [byContact.get(one), byContact.get(other)];
  return before !== undefined && after !== undefined && isAnotherPersons(before, after);
}

/**
 * True if nothing says that a message is about another person, or another order, reservation or item, than an earlier
 * one of the case.
 */
export function mayConcern(messages: readonly Message[], made: Message, later: Message): boolean {
  if (areOfTwoPeople(messages, made.interaction, later.interaction)) return false;
  const [known = none, named = none] = [made, later].map((message) =>
    objectsOf(messages).get(message.ordinal),
  );
  return known.size === 0 || named.size === 0 || [...named].some((each) => known.has(each));
}

const none: ReadonlySet<string> = new Set();

/** By a message's ordinal the numbers that it names, else those that its contact named last. */
const objectsOf = remember(
  (messages: readonly Message[]): ReadonlyMap<number, ReadonlySet<string>> =>
    new Map([...messagesOfContacts(messages).values()].flatMap(objectsInContact)),
);

function objectsInContact(
  contact: readonly Message[],
): readonly (readonly [number, ReadonlySet<string>])[] {
  let latest = none;
  return contact.map((message) => {
    const named = findObjects([namingWords(message)]);
    if (named.size > 0) latest = named;
    return [message.ordinal, latest] as const;
  });
}

/** What is said, and the arguments of tools that write: a search returns whatever there is. */
function namingWords(message: Message): string {
  const { tool } = message;
  if (tool === null) return spokenText(message);
  return isReadOnlyTool(tool.name) ? "" : tool.args;
}
