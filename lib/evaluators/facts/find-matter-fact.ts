import type { Message, Quote } from "@/lib/domain/case/case";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import { messagesOfContacts } from "../messages-of-contacts";
import { remember } from "../remember";
import { compareOpenings } from "../same-issue/compare-openings";
import { sentencesOf } from "../sentences-of";

export const matterWords = "what the matter is";

/** Messages in which a customer says what a contact is about. */
const openingMessages = 2;
/** Shorter sentences greet or agree. */
const wordsMin = 5;
/**
 * Likeness from which two openings tell one matter. Of 70 handoffs read without a verdict, all 29 at which the matter
 * was told again were at .96 or more, and of those of the same customer no other was.
 */
const sameMatter = 0.96;

/** Earlier contacts that are compared, the latest first. */
const contactsMax = 20;

/**
 * What drove an earlier contact, where it came up after a handoff: named by the receiving agent first, or told again by
 * the customer.
 * @param messages the case's
 * @param after the receiving agent's contact since the handoff
 * @returns null if the contact is about something else, or its opening is too short to tell
 */
export function findMatterFact(
  messages: readonly Message[],
  after: readonly Message[],
): KnownFact | null {
  const opening = openingOf(after);
  const first = opening[0];
  if (first === undefined) return null;
  const contacts = [...messagesOfContacts(messages)];
  const earlier = contacts
    .filter(([contact, said]) => contact < first.interaction && said.length > 0)
    .slice(-contactsMax)
    .map(([, said]) => openingOf(said))
    .toReversed();
  const same = earlier.find((texts) => isSameMatter(texts, opening));
  const given = same === undefined ? null : quoteOf(same);
  if (same === undefined || given === null) return null;
  const agent = after.find(
    (message) =>
      message.speaker === "agent" &&
      message.ordinal < first.ordinal &&
      isSameMatter(same, [message]),
  );
  const seen = agent === undefined ? quoteOf(opening) : quoteOf([agent]);
  return {
    kind: "detail",
    what: matterWords,
    given,
    by: "customer",
    after: agent === undefined ? "said-again" : "carried",
    seen,
  };
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

/** The first sentence that says something, which a salutation does not. */
function quoteOf(messages: readonly Message[]): Quote | null {
  for (const message of messages) {
    const said = sentencesOf(message).find(
      ({ text }) => text.split(/\s+/).length >= wordsMin && !text.endsWith(","),
    );
    if (said !== undefined) return { message: message.ordinal, start: said.start, end: said.end };
  }
  return null;
}
