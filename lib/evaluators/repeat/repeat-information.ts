import type { Evidence, Handoff, Message, Verdict } from "@/lib/domain/case/case";
import { withArticle, type KnownFact } from "@/lib/domain/case/handoff-facts";
import type { EvaluationContext, Evaluator } from "../contract";
import { findFactsAt } from "../facts/find-handoff-facts";
import { nameOf } from "../facts/known-details";
import { matterWords } from "../facts/find-matter-fact";
import { messagesAfter } from "../facts/messages-after";
import { findHandoffObstacle } from "../find-handoff-obstacle";
import { allGiven, findGiven } from "../slots/find-given";
import { findRequests, type AgentRequest } from "../slots/find-requests";
import { isOpening } from "../slots/is-opening";
import { slotName, type Slot } from "../slots/slot";
import { slots } from "../slots/slots";
import { judgeQuestion } from "./shipped";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * Scores whether the customer had to repeat after a handoff what they had already said: 1 if they were asked for it
 * again, 0.5 if they said it again unasked, 0 if neither.
 */
export const repeatInformation: Evaluator<"handoff"> = {
  name: "repeat_information",
  version: 23,
  question: "Did the customer have to say again what they had already given before this handoff?",
  target: "handoff",
  direction: "lower-is-better",
  evaluate: judgeHandoff,
};

function judgeHandoff(handoff: Handoff, context: EvaluationContext): Verdict {
  const obstacle = findHandoffObstacle(handoff, context);
  if (obstacle !== null) return obstacle;
  const { messages } = context.assembled;
  const before = messages.slice(0, handoff.atMessage);
  const after = messagesAfter(handoff, context.assembled);
  const facts = findFactsAt(handoff, context.assembled);
  const gap = findGap(before, after, facts);
  if (gap !== null) return { status: "not-applicable", because: gap };
  const repeated = repetition(facts ?? []);
  if (repeated !== null) return repeated;
  const requests = after.flatMap(findRequests).filter((request) => !isOpening(request, after));
  const suspected = suspectedAt(requests, messages, handoff);
  if (suspected !== null) return suspected;
  if (!after.some(({ speaker, text }) => speaker === "customer" && text.trim() !== "")) {
    return {
      status: "not-applicable",
      because:
        "The customer said nothing after this handoff, so nothing tells what they had to repeat.",
    };
  }
  if (findGiven(messages, handoff.atMessage).size === 0) {
    return {
      status: "not-applicable",
      because: "The customer had given no details before this handoff.",
    };
  }
  return judgeRequests(requests, kindsGiven(messages, handoff.atMessage));
}

/** The names of the kinds of value that the customer gave before a position: a flight's number is no order's. */
function kindsGiven(messages: readonly Message[], end: number): ReadonlySet<string> {
  const given = allGiven(messages);
  const isGiven = (slot: Slot) =>
    (given.get(slot.name) ?? []).some(
      ({ quote }) => quote.message < end && nameOf(slot, quote, messages) === slotName(slot),
    );
  return new Set(slots.filter(isGiven).map(({ name }) => name));
}

/** Why nothing can have been repeated, or null. */
function findGap(
  before: readonly Message[],
  after: readonly Message[],
  facts: readonly KnownFact[] | null,
): string | null {
  if (!before.some(({ speaker }) => speaker === "customer")) {
    return "The customer had said nothing before this handoff.";
  }
  if (!after.some(({ speaker }) => speaker === "agent")) {
    return "No agent spoke after this handoff.";
  }
  return facts === null
    ? "The contact after this handoff is about another account than those before it."
    : null;
}

/** What the customer was asked for again or else said again unasked; null if nothing. */
function repetition(facts: readonly KnownFact[]): Verdict | null {
  const requested = facts.filter(({ after }) => after === "asked-again");
  if (requested.length > 0) {
    const because = reasonOf(requested);
    return { status: "scored", value: 1, because, evidence: quotesOf(requested) };
  }
  const volunteered = facts
    .filter(({ after }) => after === "said-again")
    .toSorted((a, b) => Number(b.what === matterWords) - Number(a.what === matterWords));
  if (volunteered.length === 0) return null;
  const because = `The customer said again ${listed(volunteered)}.`;
  return { status: "scored", value: 0.5, because, evidence: quotesOf(volunteered) };
}

function reasonOf(requested: readonly KnownFact[]): string {
  const steps = requested.filter(({ kind }) => kind === "step").map(({ what }) => what);
  const given = requested.filter(({ kind }) => kind !== "step");
  return given.length === 0
    ? `Asked again for what the customer had ${conjunction.format(steps)}.`
    : `Asked again for ${listed(given)}, which the customer had given before the handoff.`;
}

function listed(facts: readonly KnownFact[]): string {
  return conjunction.format(new Set(facts.map(({ what }) => withArticle(what))));
}

/** Where each was said after the handoff and before, without quotes that stand inside another. */
function quotesOf(facts: readonly KnownFact[]): readonly Evidence[] {
  const quotes = facts.flatMap(({ seen, given }) => (seen === null ? [given] : [seen, given]));
  return quotes.filter(
    (quote, index) =>
      !quotes.some((other, at) => at !== index && isInside(quote, other, index > at)),
  );
}

/** @param isLater whether the same words count as inside */
function isInside(quote: Evidence, other: Evidence, isLater: boolean): boolean {
  if (!("message" in quote) || !("message" in other) || quote.message !== other.message) {
    return false;
  }
  const isSame = quote.start === other.start && quote.end === other.end;
  return isSame ? isLater : other.start <= quote.start && quote.end <= other.end;
}

/** A question that likely repeats what was given, which neither values nor the answer confirm. */
function suspectedAt(
  requests: readonly AgentRequest[],
  messages: readonly Message[],
  { atMessage }: Handoff,
): Verdict | null {
  for (const { message } of requests) {
    const verdict = judgeQuestion(message, messages);
    if (verdict.status !== "scored" || verdict.value < 0.5) continue;
    const given = verdict.evidence[1];
    if (given === undefined || !("message" in given) || given.message >= atMessage) continue;
    return {
      status: "not-scorable",
      because:
        "The agent may have asked for what the customer had given; the answer does not tell.",
      hint: verdict.value,
    };
  }
  return null;
}

function judgeRequests(requests: readonly AgentRequest[], given: ReadonlySet<string>): Verdict {
  const known = requests.filter(({ slots }) => slots.length > 0);
  if (requests.length > 0 && known.length === 0) {
    return {
      status: "not-scorable",
      because: "One cannot tell whether what the agent asked for had been given before.",
    };
  }
  const shown = known.find((request) => givenSlot(request, given) !== undefined) ?? known[0];
  return {
    status: "scored",
    value: 0,
    because: unrepeatedReason(shown, given),
    evidence: shown === undefined ? [] : [quoteOf(shown)],
  };
}

function givenSlot(request: AgentRequest, given: ReadonlySet<string>): Slot | undefined {
  return request.slots.find(({ name }) => given.has(name));
}

/** @param request one for a kind of value that had been given, if there is any, else any */
function unrepeatedReason(request: AgentRequest | undefined, given: ReadonlySet<string>): string {
  if (request === undefined) {
    return "Beside what verifies who they are, the agent was not found to ask the customer for anything after this handoff.";
  }
  const slot = givenSlot(request, given);
  return slot === undefined
    ? "Nothing that the agent asked for had been given before, beside what verifies who the customer is."
    : `The agent asked for ${withArticle(slotName(slot))}; something of the kind had been given before, but was not found to be repeated.`;
}

function quoteOf({ message, sentence: { start, end } }: AgentRequest): Evidence {
  return { message: message.ordinal, start, end };
}
