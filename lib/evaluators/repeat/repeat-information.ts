import type { Evidence, Handoff, Message, Verdict } from "@/lib/domain/case/case";
import { withArticle, type KnownFact } from "@/lib/domain/case/handoff-facts";
import type { EvaluationContext, Evaluator } from "../contract";
import { findFactsAt } from "../facts/find-handoff-facts";
import { isOfAnotherPerson } from "../facts/is-of-another";
import { messagesAfter } from "../facts/messages-after";
import { findHandoffObstacle } from "../find-handoff-obstacle";
import { findGiven } from "../slots/find-given";
import { findRequests, type AgentRequest } from "../slots/find-requests";
import { isOpening } from "../slots/is-opening";
import { judgeQuestion } from "./shipped";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * Scores whether the customer had to repeat after a handoff what they had already said: 1 if they were asked for it
 * again, 0.5 if they said it again unasked, 0 if neither.
 */
export const repeatInformation: Evaluator<"handoff"> = {
  name: "repeat_information",
  version: 10,
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
  const gap = findGap(before, after);
  if (gap !== null) return { status: "not-applicable", because: gap };
  const facts = findFactsAt(handoff, context.assembled);
  const repeated = repetition(facts);
  if (repeated !== null) return repeated;
  const requests = after.flatMap(findRequests).filter((request) => !isOpening(request, after));
  const suspected = suspectedAt(requests, messages, handoff);
  if (suspected !== null) return suspected;
  if (findGiven(messages, handoff.atMessage).size === 0) {
    return {
      status: "not-applicable",
      because: "The customer had given no details before this handoff.",
    };
  }
  return judgeRequests(requests);
}

/** Why nothing can have been repeated, or null. */
function findGap(before: readonly Message[], after: readonly Message[]): string | null {
  if (!before.some(({ speaker }) => speaker === "customer")) {
    return "The customer had said nothing before this handoff.";
  }
  if (!after.some(({ speaker }) => speaker === "agent")) {
    return "No agent spoke after this handoff.";
  }
  return isOfAnotherPerson(before, after)
    ? "The contact after this handoff is about another account than those before it."
    : null;
}

/** What the customer was asked for again or else said again unasked; null if nothing. */
function repetition(facts: readonly KnownFact[]): Verdict | null {
  const requested = facts.filter(({ after }) => after === "asked-again");
  if (requested.length > 0) {
    const because = reasonOf(requested);
    return { status: "scored", value: 1, because, evidence: quotesOf(requested[0]) };
  }
  const volunteered = facts.filter(({ after }) => after === "said-again");
  if (volunteered.length === 0) return null;
  const because = `The customer said again, unasked, ${listed(volunteered)}.`;
  return { status: "scored", value: 0.5, because, evidence: quotesOf(volunteered[0]) };
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

function quotesOf(fact: KnownFact | undefined): readonly Evidence[] {
  if (fact === undefined) return [];
  return fact.seen === null ? [fact.given] : [fact.seen, fact.given];
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

function judgeRequests(requests: readonly AgentRequest[]): Verdict {
  const known = requests.filter(({ slots }) => slots.length > 0);
  if (requests.length > 0 && known.length === 0) {
    return {
      status: "not-scorable",
      because: "One cannot tell whether what the agent asked for had been given before.",
    };
  }
  return {
    status: "scored",
    value: 0,
    because:
      known.length === 0
        ? "Beside what verifies who they are, the agent asked the customer for nothing after this handoff."
        : "Nothing that the agent asked for had been given before, beside what verifies who the customer is.",
    evidence: known.slice(0, 1).map(({ message, sentence: { start, end } }) => ({
      message: message.ordinal,
      start,
      end,
    })),
  };
}
