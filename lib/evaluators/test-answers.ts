import { derive, tool, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import type { CaseSpan, Verdict } from "@/lib/domain/case/case";
import type { AnyEvaluator } from "./contract";
import { runEvaluators } from "./run-evaluators";

/** A customer's question, at minute 0. */
export const question = turn(
  0,
  "customer",
  "What does my order W2378156 cost, and when does it come?",
);
/** What a tool returned for it, at minute 1. */
export const order = orderOf('{"total":1499.5,"arrives":"2025-06-17"}');

/** The tool's call for the order with another result. */
export function orderOf(result: string): CaseSpan {
  return tool(1, "get_order", '{"id":"W2378156"}', result);
}

/** Creates a judge of an answer, at minute 2 by default, after the question and the order or other spans. */
export function answerJudge(evaluator: AnyEvaluator) {
  return (
    answer: string,
    before: readonly CaseSpan[] = [question, order],
    { at = 2, ...place }: SpanOverrides = {},
  ): Verdict | undefined => {
    const { scores } = derive([...before, turn(at, "agent", answer, place)], {}, (assembled) =>
      runEvaluators(assembled, [evaluator]),
    );
    return scores.at(-1)?.verdict;
  };
}

/** The value of a verdict that has to be scored. */
export function valueOf(verdict: Verdict | undefined): number {
  if (verdict?.status !== "scored") throw new Error(`not scored: ${verdict?.because ?? "absent"}`);
  return verdict.value;
}
