import type { Evidence, Interaction, Message, Quote, Verdict } from "@/lib/domain/case/case";
import { handoffTopics, handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import type { EscalationRule } from "@/lib/domain/settings/persona-contract";
import { countAnswers } from "@/lib/cases/describe-interactions";
import { asksForPerson, findTransferDeclined } from "@/lib/cases/words/transfer";
import { areOtherLanguage } from "@/lib/learning/find-language";
import type { Evaluator } from "../contract";
import { isSummary, saysTopic } from "../packet/packet-topics";
import { findEscalation, type Escalation } from "./find-escalation";
import { findTriggers, type Trigger } from "./find-triggers";
import { findInability, saysInability, type Inability } from "./find-inability";
import { usualRule } from "./usual-rule";

const lateValue = 0.5;

/**
 * Scores whether the customer was escalated to a person when the persona contract's rule requires it, and only then.
 * Without an approved contract only contacts that were passed on are scored, by the usual reasons.
 */
export const escalation: Evaluator<"interaction"> = {
  name: "escalation",
  version: 8,
  question:
    "Did the AI agent pass the customer on when the rule says so: not late, not needlessly?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: (interaction, context) => {
    const { persona } = context;
    const messages = context.messagesOf(interaction.ordinal);
    const passed = findEscalation(interaction, messages, context.assembled.handoffs);
    if (persona === null && passed === null) {
      const because =
        "The customer was not passed on, and no approved persona contract says when they should be.";
      return { status: "not-applicable", because };
    }
    const obstacle = findObstacle(interaction, messages);
    if (obstacle !== null) return obstacle;
    const verdict = judge(messages, passed, persona?.terms.escalation ?? null);
    const summary = summaryWords(passed);
    return summary === null ? verdict : { ...verdict, because: `${verdict.because} ${summary}` };
  },
};

/** What the transfer call tells whoever takes over; null without a call. */
function summaryWords(passed: Escalation | null): string | null {
  const args = passed?.shown?.tool?.args;
  if (args === undefined) return null;
  const said = handoffTopics.filter((topic) => saysTopic(args, topic));
  if (said.length === 0) {
    return isSummary([args]) ? null : "The transfer call says nothing of the case.";
  }
  return `The transfer call says ${said.map((topic) => handoffTopicLabels[topic]).join(", ")}.`;
}

function findObstacle(interaction: Interaction, messages: readonly Message[]): Verdict | null {
  const first = messages.find(({ speaker }) => speaker === "agent");
  if (interaction.strippedCount > 0) {
    return {
      status: "not-scorable",
      because: "Words of this contact were removed before they reached us.",
    };
  }
  if (first?.agentKind !== "ai") {
    return { status: "not-applicable", because: "No AI agent answered first in this contact." };
  }
  const customerMessages = messages.filter(({ speaker }) => speaker === "customer");
  if (customerMessages.length === 0) {
    return { status: "not-applicable", because: "The customer said nothing." };
  }
  if (areOtherLanguage(customerMessages.map(({ text }) => text))) {
    return {
      status: "not-scorable",
      because: "The customer's words are not in English, the only language we can read for this.",
    };
  }
  return null;
}

/** @param contract null: none is approved */
function judge(
  messages: readonly Message[],
  passed: Escalation | null,
  contract: EscalationRule | null,
): Verdict {
  const rule = contract ?? usualRule;
  const person = messages.find(({ agentKind }) => agentKind === "human");
  const byAi = messages.filter(({ ordinal }) => ordinal < (person?.ordinal ?? Infinity));
  const declined = passed === null ? null : findDeclined(byAi, passed);
  if (passed !== null && declined !== null) {
    return {
      status: "scored",
      value: 0,
      because: "The customer was passed on although they had said that they did not want to be.",
      evidence: [declined, ...quotesOf(passed)],
    };
  }
  if (passed !== null && countAnswers(byAi, passed.atMessage) >= answersGoingOn) {
    return {
      status: "not-scorable",
      because:
        "A transfer was announced, but the same agent went on answering, and nobody is seen to have taken over.",
    };
  }
  const trigger = findTriggers(byAi, rule).find(
    ({ quote }) => passed === null || quote.message <= passed.atMessage,
  );
  if (trigger === undefined) {
    return contract === null && passed !== null
      ? judgeWithoutRule(byAi, passed)
      : judgeUncalled(byAi, passed);
  }
  if (passed === null) {
    return {
      status: "scored",
      value: 0,
      because: `The customer was not passed on, although ${trigger.words}.`,
      evidence: [trigger.quote],
    };
  }
  const since = answersBetween(byAi, trigger, passed);
  const isLate = since > rule.graceAnswers;
  return {
    status: "scored",
    value: isLate ? lateValue : 1,
    because: isLate
      ? `The customer was passed on late: ${trigger.words}, and the agent gave ${String(since)} more answers.`
      : `The customer was passed on in time: ${trigger.words}.`,
    evidence: [trigger.quote, ...quotesOf(passed)],
  };
}

/** Where the customer said last that they don't want to be passed on, if they did not ask for it afterwards. */
function findDeclined(messages: readonly Message[], passed: Escalation): Quote | null {
  for (const { speaker, text, ordinal } of until(messages, passed).toReversed()) {
    if (speaker !== "customer") continue;
    const sentence = findTransferDeclined(text);
    if (sentence !== null) return { message: ordinal, start: sentence.start, end: sentence.end };
    if (asksForPerson(text)) return null;
  }
  return null;
}

/** The answers to the customer after which an agent has clearly gone on itself: one may be a farewell. */
const answersGoingOn = 2;

/** What was said and done before the customer was passed on, and the message that does it. */
function until(messages: readonly Message[], { atMessage }: Escalation): readonly Message[] {
  return messages.filter(({ ordinal }) => ordinal <= atMessage);
}

/** No rule is approved, and nobody asked to be passed on: to pass on what one cannot do is usual. */
function judgeWithoutRule(messages: readonly Message[], passed: Escalation): Verdict {
  const inability = findInability(until(messages, passed));
  if (inability === null) {
    const because = "The customer was passed on, and nothing was found to say why.";
    return { status: "not-scorable", because };
  }
  return {
    status: "scored",
    value: 1,
    because: inabilityWords[inability.by],
    evidence: [inability.shown, ...quotesOf(passed)],
  };
}

const inabilityWords: Readonly<Record<Inability["by"], string>> = {
  words: "The agent said what it could not do, and passed the customer on.",
  summary: "By its transfer call, the agent could not do what was asked.",
  "failed call": "The agent passed the customer on after a tool call of its own had failed.",
};

/** No trigger of the rule fired. An agent that could not do the request itself is excused for escalating. */
function judgeUncalled(messages: readonly Message[], passed: Escalation | null): Verdict {
  if (passed === null) {
    return { status: "not-applicable", because: "Nothing in this contact called for a person." };
  }
  if (saysInability(until(messages, passed))) {
    return {
      status: "not-applicable",
      because: "The agent passed on what it could not do itself; the rule says nothing of that.",
    };
  }
  return {
    status: "scored",
    value: 0,
    because: "The customer was passed on although nothing of the rule called for it.",
    evidence: quotesOf(passed),
  };
}

/** The agent's answers after escalation was due, except the one that escalates. */
function answersBetween(
  messages: readonly Message[],
  trigger: Trigger,
  { atMessage, shown }: Escalation,
): number {
  const answers = messages.filter(
    ({ speaker, text, ordinal }) =>
      speaker === "agent" &&
      text.trim() !== "" &&
      ordinal > trigger.quote.message &&
      ordinal < atMessage,
  );
  // The last message before the person or the tool call announces the escalation.
  return shown?.speaker === "agent" ? answers.length : Math.max(0, answers.length - 1);
}

function quotesOf({ shown }: Escalation): readonly Evidence[] {
  if (shown === null) return [];
  const span = shown.spans[0];
  if (shown.text !== "") return [{ message: shown.ordinal, start: 0, end: shown.text.length }];
  return span === undefined ? [] : [{ span }];
}
