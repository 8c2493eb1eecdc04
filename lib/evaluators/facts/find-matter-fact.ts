import type { Message, Quote } from "@/lib/domain/case/case";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { messagesOfContacts } from "../messages-of-contacts";
import { remember } from "../remember";
import { compareOpenings } from "../same-issue/compare-openings";
import { findObjects } from "../same-issue/issue-objects";
import { issueTerms } from "../same-issue/issue-terms";
import { contentWords } from "../slots/content-words";
import { asksFor } from "./find-said-again";
import { findRepeatedSentence, type RepeatedSentence } from "./find-repeated-sentence";

export const matterWords = "what the matter is";

/** Messages in which a customer says what a contact is about. */
const openingMessages = 2;
/** Those among which the words are sought in which they told it again. */
const unpromptedMax = 3;
/**
 * Likeness from which two openings tell one matter. Of 70 handoffs read without a verdict, all 29 at which the matter
 * was told again were at .96 or more, and of those of the same customer no other was.
 */
const sameMatter = 0.96;

/**
 * Likeness from which a sentence at a contact's beginning tells what one of an earlier contact did, though the openings
 * differ: at least three terms of three. At the 92 handoffs of one account the best sentences of those at which nothing
 * was told again reached 2.2.
 */
const sameSentence = 3;

/** Earlier contacts that are compared, the latest first. */
const contactsMax = 20;

/**
 * What drove an earlier contact, where it came up after a handoff: named by the receiving agent first, or told again by
 * the customer.
 * @param messages the case's
 * @param before those before the handoff, without other customers' contacts
 * @param after the receiving agent's contact since the handoff
 * @returns null if the contact is about something else, its opening is too short to tell, or it is told again only in
 *   general words and no object shows that it is the same
 */
export function findMatterFact(
  messages: readonly Message[],
  before: readonly Message[],
  after: readonly Message[],
): KnownFact | null {
  const opening = openingOf(after);
  const first = opening[0];
  if (first === undefined) return null;
  const own = new Set(before.map(({ interaction }) => interaction));
  const earlier = [...messagesOfContacts(messages)]
    .filter(([contact]) => contact < first.interaction && own.has(contact))
    .slice(-contactsMax)
    .map(([, said]) => said)
    .toReversed();
  const same = earlier.find((said) => isSameMatter(openingOf(said), opening));
  if (same === undefined) {
    const restated = findRepeatedSentence(
      earlier.flat().filter(isCustomer),
      unpromptedMessages(after),
    );
    return restated === null || restated.likeness < sameSentence
      ? null
      : matterFact(restated, "said-again");
  }
  const agent = after.find(
    (message) =>
      message.speaker === "agent" &&
      message.ordinal < first.ordinal &&
      isSameMatter(openingOf(same), [message]),
  );
  const repeated = findRepeatedSentence(
    same.filter(isCustomer),
    agent === undefined ? unpromptedMessages(after) : [agent],
  );
  if (repeated === null) return null;
  if (isGeneral(wordsAt(repeated.later, messages)) && !nameSameObject(same, after)) return null;
  return matterFact(repeated, agent === undefined ? "said-again" : "carried");
}

function matterFact({ earlier, later }: RepeatedSentence, after: FactFate): KnownFact {
  return {
    kind: "detail",
    what: matterWords,
    given: earlier,
    by: "customer",
    after,
    seen: later,
  };
}

/** Words with which anybody may open: "I need to change the details of my upcoming flight". */
const general = issueTerms([
  "change book order reservation flight trip travel ticket plan detail item product thing upcoming recent recently roundtrip round assistance assist place few couple",
]);

function isGeneral(text: string): boolean {
  return [...issueTerms(contentWords(text))].every((term) => general.has(term));
}

function wordsAt({ message, start, end }: Quote, messages: readonly Message[]): string {
  return messages.find(({ ordinal }) => ordinal === message)?.text.slice(start, end) ?? "";
}

/** True if the customer or a tool's call names an order, reservation or item in both contacts. */
function nameSameObject(one: readonly Message[], other: readonly Message[]): boolean {
  const named = objectsOf(one);
  return [...objectsOf(other)].some((object) => named.has(object));
}

const objectsOf = remember((messages: readonly Message[]): ReadonlySet<string> =>
  findObjects(
    messages.flatMap(({ speaker, text, tool }) => {
      if (tool !== null) return [tool.args];
      return speaker === "customer" ? [text] : [];
    }),
  ),
);

function isCustomer({ speaker }: Message): boolean {
  return speaker === "customer";
}

/** The customer's first messages of a contact, without answers to what the agent asked. */
function unpromptedMessages(after: readonly Message[]): readonly Message[] {
  const spoken = after.filter(({ tool, text }) => tool === null && text.trim() !== "");
  const first = spoken.filter(isCustomer).slice(0, unpromptedMax);
  return first.filter((message) => {
    const previous = spoken[spoken.indexOf(message) - 1];
    return previous === undefined || !asksFor(previous, after);
  });
}

const openingOf = remember((messages: readonly Message[]): readonly Message[] =>
  messages
    .filter(({ speaker, text }) => speaker === "customer" && text.trim() !== "")
    .slice(0, openingMessages),
);

const textsOf = remember((messages: readonly Message[]) => messages.map(({ text }) => text));

function isSameMatter(one: readonly Message[], other: readonly Message[]): boolean {
  return (compareOpenings(textsOf(one), textsOf(other)) ?? 0) >= sameMatter;
}
