import { describe, expect, it } from "vitest";
import { derivedCase } from "@/lib/testing/derived-case";
import { caseTopic, inferredIntentView } from "./case-topic";
import { caseKindWords } from "@/lib/analytics/words/case-cells";
import { caseTitle } from "./case-title";
import { topic } from "../words/outcome";

const inferred = { intent: "lost_card", confidence: 0.823, because: "The customer says “lost”." };

describe("what a case is about", () => {
  it("is what was declared, and says so where it was inferred", () => {
    const told = { intent: null, caseType: null, inferredIntent: null };
    expect(caseTopic(told)).toBeNull();
    expect(caseTopic({ ...told, inferredIntent: "lost_card" })).toBe("lost card (inferred)");
    expect(caseTopic({ ...told, caseType: "cards", inferredIntent: "lost_card" })).toBe("cards");
    expect(caseTopic({ ...told, caseType: "cards", intent: "stolen_card" })).toBe("stolen card");
  });

  it("stands in the list with its type, or alone", () => {
    const told = { intent: null, caseType: null, inferredIntent: "lost_card" };
    expect(caseKindWords(told)).toEqual(["lost card (inferred)", null]);
    expect(caseKindWords({ ...told, caseType: "cards" })).toEqual([
      "cards",
      "lost card (inferred)",
    ]);
    expect(caseKindWords({ ...told, inferredIntent: null })).toEqual(["", null]);
  });

  it("is told in the title as likely, and beside it with how sure that is", () => {
    const told = derivedCase({ caseType: null, intent: null, inferredIntent: inferred });
    const context = { siblings: [], repeatUs: null, repeatCaseId: null, knowledge: null };
    expect(caseTitle(told, "unresolved", context)).toMatch(/^Probably lost card\b/);
    expect(inferredIntentView(inferred)).toEqual({
      words: "lost card (inferred)",
      because: `${topic.inferred(82)} ${inferred.because}`,
    });
    expect(inferredIntentView(null)).toBeNull();
  });
});
