import type { Evidence, Message, Quote } from "@/lib/domain/case/case";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { findRequests } from "../slots/find-requests";
import { isOpening } from "../slots/is-opening";
import { contradictedIn } from "./contradicted-in";
import { matterWords } from "./find-matter-fact";
import { findRepeatedValue, ordinalsOf, type AroundRequest } from "./find-repeated-value";
import { findRestatedFacts } from "./find-restated-facts";
import { findSaidAgain, isVerification } from "./find-said-again";
import { asksForSomethingNew } from "./is-for-something-else";
import { flightNumber, knownDetails, type Detail } from "./known-details";
import { holdsValue } from "./value-of";

type Fate = {
  readonly after: FactFate;
  readonly seen: Evidence | null;
  /** The earlier words that were asked for again, where not the first. */
  readonly given?: Quote;
};
const unneeded: Fate = { after: "not-needed", seen: null };

/**
 * The details that the customer gave before a handoff, and what the receiving agent did first with
 * each: used its value, asked for it again, or named another.
 * @param messages the case's
 * @param before those before the handoff, without other customers' contacts
 * @param after the receiving agent's contact since the handoff
 */
export function findDetailFacts(
  messages: readonly Message[],
  before: readonly Message[],
  after: readonly Message[],
): readonly KnownFact[] {
  const details = knownDetails(messages, ordinalsOf(before));
  const facts = details.map((detail): KnownFact => ({
    kind: "detail",
    what: detail.what,
    given: detail.quote,
    by: "customer",
    ...fateOf(detail, { messages, before, after }),
  }));
  // Every customer gives a reason for contact; here it is a fact only if it was asked for again.
  const informative = facts.filter(
    ({ what, after: fate }) => what !== matterWords || fate === "asked-again",
  );
  const asked = new Set(
    informative.flatMap(({ after: fate, seen }) =>
      fate === "asked-again" && seen !== null && "message" in seen ? [seen.message] : [],
    ),
  );
  const restated = findRestatedFacts({ messages, before, after }, asked);
  const isKnown = (fact: KnownFact) =>
    informative.some((each) => isSameValue(each, fact, messages));
  return [...informative, ...restated.filter((fact) => !isKnown(fact))];
}

/** True if the agent asked again for one value in two ways. */
function isSameValue(one: KnownFact, other: KnownFact, messages: readonly Message[]): boolean {
  if (one.what !== other.what || one.after !== other.after) return false;
  const [a = "", b = ""] = [one, other].map(({ given: { message, start, end } }) =>
    (messages[message]?.text ?? "").slice(start, end),
  );
  return a.includes(b) || b.includes(a);
}

/** A detail's first fate; once the customer has repeated it, later use proves nothing. */
function fateOf(detail: Detail, around: AroundRequest): Fate {
  for (const message of around.after) {
    if (message.speaker === "customer") {
      const again = findSaidAgain(message, detail, around);
      if (again !== null) return again;
      continue;
    }
    const fate =
      requestedIn(message, detail, around) ??
      usedIn(message, detail) ??
      foundIn(message, detail, around);
    if (fate !== null) return fate;
    const other = contradictedIn(message, detail, around.before);
    if (other !== null) return { after: "contradicted", seen: other };
  }
  return unneeded;
}

/** A question for the detail's kind of value, which the customer does not answer with another value. */
function requestedIn(
  message: Message,
  { slot, what, quote }: Detail,
  around: AroundRequest,
): Fate | null {
  if (slot.isIdentity && isVerification(message, around.after)) return null;
  for (const request of findRequests(message)) {
    const { text, start, end } = request.sentence;
    if (asksForSomethingNew(request.sentence, slot)) continue;
    if (!request.slots.some(({ name }) => name === slot.name)) continue;
    // A flight's number is no answer to a question for a reservation.
    if (what === flightNumber && !/\bflight\b/i.test(text)) continue;
    if (isOpening({ ...request, slots: [slot] }, around.after)) continue;
    const given = findRepeatedValue({ slot, what }, request, around);
    if (given === null) continue;
    const seen = { message: message.ordinal, start, end };
    return {
      after: "asked-again",
      seen,
      ...(given.message === quote.message || what === matterWords ? {} : { given }),
    };
  }
  return null;
}

/** Every price occurs somewhere in a price list, so lists prove nothing. */
const amount = /[$€£] ?\d/g;

function usedIn(message: Message, { slot, value }: Detail): Fate | null {
  if (value === null) return null;
  const calls = message.tool === null ? message.toolCalls : [message.tool];
  if (calls.some(({ args }) => holdsValue(args, value))) {
    const span = message.spans[0];
    return span === undefined ? null : { after: "carried", seen: { span } };
  }
  if (message.speaker !== "agent" || !holdsValue(message.text, value)) return null;
  const said = sentencesOf(message).find(({ text }) => holdsValue(text, value));
  if (slot.name === "amount" && (said?.text.match(amount) ?? []).length !== 1) return null;
  const { start, end } = said ?? { start: 0, end: message.text.length };
  return { after: "carried", seen: { message: message.ordinal, start, end } };
}

/** A tool returns the value: whoever uses it from then on need not have known it. */
function foundIn(
  message: Message,
  { value, slot, quote }: Detail,
  { messages }: AroundRequest,
): Fate | null {
  if (message.tool === null || value === null) return null;
  const words = messages[quote.message]?.text.slice(quote.start, quote.end) ?? "";
  const isFound =
    holdsValue(message.text, value) ||
    (slot.name === "amount" && numbersOf(message).has(Number(words.replace(/[^\d.]/g, ""))));
  return isFound ? unneeded : null;
}

/** "$1,362.20" is 1362.2 in JSON. */
const numbersOf = remember(
  ({ text }: Message): ReadonlySet<number> =>
    new Set([...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number))),
);
