import { describe, expect, it } from "vitest";
import type { CaseSpan, Verdict } from "@/lib/domain/case/case";
import { derive, span, tool, turn } from "@/lib/cases/test-spans";
import { faithfulness } from "./faithfulness";
import { runEvaluators } from "../run-evaluators";

const question = turn(0, "customer", "What does my order W2378156 cost, and when does it come?");
const order = tool(1, "get_order", '{"id":"W2378156"}', '{"total":1499.5,"arrives":"2025-06-17"}');

/** The verdict on the last answer of a contact. */
function judge(
  answer: string,
  before: readonly CaseSpan[] = [question, order],
): Verdict | undefined {
  const { scores } = derive([...before, turn(2, "agent", answer)], {}, (assembled) =>
    runEvaluators(assembled, [faithfulness]),
  );
  return scores.at(-1)?.verdict;
}

function valueOf(verdict: Verdict | undefined): number {
  if (verdict?.status !== "scored") throw new Error(`not scored: ${verdict?.because ?? "absent"}`);
  return verdict.value;
}

describe("faithfulness to passages", () => {
  const passages = [{ id: null, text: "Delivery takes 30 days from Ghent.", score: null }];
  const retrieved = span("r1", { at: 0.5, kind: "retriever", name: "search", passages });

  it("counts what a tool returned as support, too", () => {
    const answer = "Delivery takes 30 days from Ghent. The total is 1499.5.";
    expect(valueOf(judge(answer, [question, retrieved, order]))).toBeGreaterThan(
      valueOf(judge(answer, [question, retrieved])),
    );
  });

  it("is not asked where no passages were retrieved", () => {
    expect(judge("It costs $1,499.50.")).toBeUndefined();
  });
});
