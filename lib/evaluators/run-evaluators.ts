import type { CaseToJudge, Message, Score } from "@/lib/domain/case/case";
import { approvedPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings, type EvaluationSettings } from "@/lib/domain/settings/settings";
import type { AnyEvaluator, EvaluationContext } from "./contract";

/**
 * Runs each evaluator on each of its targets in the case, in order of evaluators and targets.
 * @param settings the workspace's, or the defaults
 */
export function runEvaluators(
  assembled: CaseToJudge,
  evaluators: readonly AnyEvaluator[],
  settings: EvaluationSettings = defaultSettings,
): readonly Score[] {
  const context = contextOf(assembled, settings);
  return evaluators.flatMap((evaluator) => runOne(evaluator, context));
}

function runOne(evaluator: AnyEvaluator, context: EvaluationContext): readonly Score[] {
  const { name, version } = evaluator;
  const { messages, interactions, handoffs, spanValues } = context.assembled;
  switch (evaluator.target) {
    case "message":
      // "Not applicable" is the usual verdict on a message and is not stored.
      return messages.flatMap((target) => {
        const verdict = evaluator.evaluate(target, context);
        if (verdict.status === "not-applicable") return [];
        const { ordinal } = target;
        return [{ evaluator: name, version, target: { kind: "message", ordinal }, verdict }];
      });
    case "span":
      return spanValues.flatMap((target) => {
        const verdict = evaluator.evaluate(target, context);
        if (verdict.status === "not-applicable") return [];
        const { span } = target;
        return [{ evaluator: name, version, target: { kind: "span", span }, verdict }];
      });
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

/**
 * The evaluation context of a case.
 * @param settings the workspace's, or the defaults
 */
export function contextOf(
  assembled: CaseToJudge,
  { persona, noteTools }: EvaluationSettings = defaultSettings,
): EvaluationContext {
  const byInteraction = assembled.interactions.map((): Message[] => []);
  for (const message of assembled.messages) byInteraction[message.interaction]?.push(message);
  return {
    assembled,
    messagesOf: (ordinal) => byInteraction[ordinal] ?? [],
    persona: approvedPersona(persona),
    noteTools,
  };
}
