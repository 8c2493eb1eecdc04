import { describe, expect, it } from "vitest";
import { counterpartOf } from "./published-evaluators";

describe("the evaluator of ours beside a published one", () => {
  it.each([
    ["ConversationResolution", "conversation_resolution"],
    ["conversation_resolution", "conversation_resolution"],
    ["CustomerAgentContextRetention", "context_retention"],
    ["customer-agent-context-retention", "context_retention"],
    ["Groundedness", "groundedness"],
    ["Faithfulness", "faithfulness"],
    ["Context Adherence", "faithfulness"],
  ])("of %s is %s, on the same scale", (name, evaluator) => {
    expect(counterpartOf(name)).toEqual({ evaluator, isSameScale: true });
  });

  it.each([
    ["Tone", "tone"],
    ["PII", "pii"],
  ])("of %s is %s, whose values say something else", (name, evaluator) => {
    expect(counterpartOf(name)).toEqual({ evaluator, isSameScale: false });
  });

  it.each(["answer_relevancy", "constructor", ""])("of %s is none", (name) => {
    expect(counterpartOf(name)).toBeNull();
  });
});
