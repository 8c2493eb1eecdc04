import { describe, expect, it } from "vitest";
import { span } from "@/lib/cases/test-spans";
import { answerJudge, order, question, valueOf } from "../test-answers";
import { faithfulness } from "./faithfulness";

const judge = answerJudge(faithfulness);

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
