import type { AssembledCase, Message, Score } from "@/lib/domain/case";
import type { AnyEvaluator, EvaluationContext } from "./contract";

/** Asks each evaluator about each of its targets in the case, in order of evaluators and targets. */
export function runEvaluators(
  assembled: AssembledCase,
  evaluators: readonly AnyEvaluator[],
): readonly Score[] {
  const context = contextOf(assembled);
  return evaluators.flatMap((evaluator) => runOne(evaluator, context));
}

function runOne(evaluator: AnyEvaluator, context: EvaluationContext): readonly Score[] {
  const { name, version } = evaluator;
  const { messages, interactions, handoffs } = context.assembled;
  switch (evaluator.target) {
    case "message":
      return messages.map((target) => ({
        evaluator: name,
        version,
        target: { kind: "message", ordinal: target.ordinal },
        verdict: evaluator.evaluate(target, context),
      }));
    case "interaction":
      return interactions.map((target) => ({
        evaluator: name,
        version,
        target: { kind: "interaction", ordinal: target.ordinal },
        verdict: evaluator.evaluate(target, context),
      }));
    case "handoff":
      return handoffs.map((target) => ({
        evaluator: name,
        version,
        target: { kind: "handoff", ordinal: target.ordinal },
        verdict: evaluator.evaluate(target, context),
      }));
    case "case":
      return [
        {
          evaluator: name,
          version,
          target: { kind: "case" },
          verdict: evaluator.evaluate(context.assembled, context),
        },
      ];
  }
}

function contextOf(assembled: AssembledCase): EvaluationContext {
  const byInteraction = assembled.interactions.map((): Message[] => []);
  for (const message of assembled.messages) byInteraction[message.interaction]?.push(message);
  return { assembled, messagesOf: (ordinal) => byInteraction[ordinal] ?? [] };
}
