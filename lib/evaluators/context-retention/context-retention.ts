import type { Handoff, Verdict } from "@/lib/domain/case/case";
import {
  countFacts,
  failedFates,
  withArticle,
  type FactFate,
  type KnownFact,
} from "@/lib/domain/case/handoff-facts";
import type { EvaluationContext, Evaluator } from "../contract";
import { findFactsAt } from "../facts/find-handoff-facts";
import { findHandoffObstacle } from "../find-handoff-obstacle";

/** Of the facts known before a handoff that came up after it, the share carried over. */
export const contextRetention: Evaluator<"handoff"> = {
  name: "context_retention",
  version: 22,
  question: "Did the receiving agent keep what was known before this handoff?",
  target: "handoff",
  direction: "higher-is-better",
  evaluate: judgeHandoff,
};

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

function judgeHandoff(handoff: Handoff, context: EvaluationContext): Verdict {
  const obstacle = findHandoffObstacle(handoff, context);
  if (obstacle !== null) return obstacle;
  const facts = findFactsAt(handoff, context.assembled);
  if (facts === null) {
    return {
      status: "not-applicable",
      because: "The contact after this handoff is about another account than those before it.",
    };
  }
  if (facts.length === 0) {
    return {
      status: "not-applicable",
      because: "Nothing was found that was known before this handoff.",
    };
  }
  // A fact that the customer repeated before anyone could use it counts neither way.
  const { mattered: touched, saidAgain } = countFacts(facts);
  if (touched.length === 0)
    return { status: "not-applicable", because: unusedReason(facts, saidAgain) };
  const carried = touched.filter(({ after }) => after === "carried");
  const worst = failedFates
    .map((fate) => touched.find(({ after }) => after === fate))
    .find((fact) => fact !== undefined);
  const shown = worst ?? carried[0];
  return {
    status: "scored",
    value: carried.length / touched.length,
    because: reasonOf(touched.length, carried.length, worst),
    evidence:
      shown === undefined ? [] : [...(shown.seen === null ? [] : [shown.seen]), shown.given],
  };
}

/** Why no agent's keeping of what was known can be judged. */
function unusedReason(facts: readonly KnownFact[], saidAgain: readonly KnownFact[]): string {
  const isVerified = facts.some(({ after }) => after === "verified-again");
  const beside = isVerified ? ", beside what verifies who the customer is" : "";
  if (saidAgain.length === 0) {
    return `No value known before this handoff was found to be carried over or asked for again${beside} after it.`;
  }
  const what = conjunction.format(new Set(saidAgain.map((fact) => withArticle(fact.what))));
  return `The customer said again ${what}, before any agent was found to use or ask for it.`;
}

const fateWords: Readonly<Record<FactFate, string>> = {
  carried: "was carried over",
  "asked-again": "was asked for again",
  contradicted: "was contradicted",
  lost: "was unknown to the next agent",
  "said-again": "was said again by the customer",
  "verified-again": "was asked for to verify the customer",
  "not-needed": "was not seen again",
};

function reasonOf(touched: number, carried: number, worst: KnownFact | undefined): string {
  const count =
    touched === 1
      ? "The one known thing found to come up"
      : `Of ${String(touched)} known things found to come up ${String(carried)}`;
  if (worst === undefined) {
    return touched === 1 ? `${count} was carried over.` : `${count} were carried over.`;
  }
  const what = `${withArticle(worst.what)} ${fateWords[worst.after]}`;
  if (touched === 1) return `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
  return `${count} ${carried === 1 ? "was" : "were"} carried over; ${what}.`;
}
