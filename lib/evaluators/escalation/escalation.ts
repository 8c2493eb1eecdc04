import type { Evidence, Interaction, Message, Verdict } from "@/lib/domain/case/case";
import type { ApprovedPersona } from "@/lib/domain/settings/persona-contract";
import { isOtherLanguage } from "@/lib/learning/is-other-language";
import type { EvaluationContext, Evaluator } from "../contract";
import { findEscalation, type Escalation } from "./find-escalation";
import { findTriggers, type Trigger } from "./find-triggers";
import { isUnable } from "./is-unable";

const lateValue = 0.5;

/**
 * Scores whether the customer was escalated to a person when the persona contract's rule requires it, and only then.
 */
export const escalation: Evaluator<"interaction"> = {
  name: "escalation",
  version: 3,
  question:
    "Did the AI agent pass the customer on when the rule says so: not late, not needlessly?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: (interaction, context) => {
    const { persona } = context;
    if (persona === null) {
      const because = "No persona contract is approved, so no rule says when to pass on.";
      return { status: "not-applicable", because };
    }
    const messages = context.messagesOf(interaction.ordinal);
    return findObstacle(interaction, messages) ?? judge(interaction, messages, context, persona);
  },
};

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
  if (isOtherLanguage(customerMessages.map(({ text }) => text).join("\n"))) {
    return {
      status: "not-scorable",
      because: "The customer's words are not in English, the only language we can read for this.",
    };
  }
  return null;
}

function judge(
  interaction: Interaction,
  messages: readonly Message[],
  context: EvaluationContext,
  { terms: { escalation: rule } }: ApprovedPersona,
): Verdict {
  const person = messages.find(({ agentKind }) => agentKind === "human");
  const byAi = messages.filter(({ ordinal }) => ordinal < (person?.ordinal ?? Infinity));
  const passed = findEscalation(interaction, messages, context.assembled.handoffs);
  const trigger = findTriggers(byAi, rule).find(
    ({ quote }) => passed === null || quote.message <= passed.atMessage,
  );
  if (trigger === undefined) return judgeUncalled(byAi, passed);
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

/** No trigger of the rule fired. An agent that could not do the request itself is excused for escalating. */
function judgeUncalled(messages: readonly Message[], passed: Escalation | null): Verdict {
  if (passed === null) {
    return { status: "not-applicable", because: "Nothing in this contact called for a person." };
  }
  if (isUnable(messages)) {
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
