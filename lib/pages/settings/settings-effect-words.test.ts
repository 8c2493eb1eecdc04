import { describe, expect, it } from "vitest";
import { noEffect, type SettingsEffect } from "@/lib/domain/settings/settings-effect";
import {
  effectRows,
  effectSentence,
  flipSentence,
  progressWords,
  publishWords,
  rejudgingWords,
  retentionSentence,
  staleWords,
} from "./settings-effect-words";

const effect: SettingsEffect = {
  spans: { assigned: 300, moved: 1, unassigned: 0 },
  touched: 12,
  byChange: { ...noEffect.byChange, added: 8, outcome: 4 },
  outcomes: [
    { from: "in_progress", to: "unresolved", cases: 3 },
    { from: "reopened", to: "closed_likely", cases: 1 },
  ],
  examples: [],
  disclosures: noEffect.disclosures,
};

describe("the words for an effect", () => {
  it("say ahead what will be, and afterwards what was", () => {
    expect(effectSentence(effect, "ahead")).toBe(
      "This touches 12 cases: 300 spans get a case, 1 span moves to another case.",
    );
    expect(effectSentence(effect, "done")).toBe(
      "This touched 12 cases: 300 spans got a case, 1 span moved to another case.",
    );
    expect(effectSentence(noEffect, "ahead")).toBe("No case changes: 0 spans get another case.");
    expect(effectSentence(noEffect, "done")).toBe("No case changed: 0 spans got another case.");
  });

  it("say that another retention takes effect with the next purge", () => {
    expect(retentionSentence(noEffect, "ahead")).toBe("Until the next purge nothing changes.");
    expect(retentionSentence(noEffect, "done")).toBe("What is older goes with the next purge.");
    expect(retentionSentence(effect, "ahead")).toBe(effectSentence(effect, "ahead"));
  });

  it("say how many verdicts flip", () => {
    const of = (total: number) => ({ ...effect, disclosures: { ...effect.disclosures, total } });
    expect(flipSentence(of(0), "ahead")).toBe("No past verdict changes.");
    expect(flipSentence(of(1), "ahead")).toBe("1 past verdict changes.");
    expect(flipSentence(of(1200), "done")).toBe("1,200 past verdicts changed.");
    expect(publishWords(of(0))).toBe("Publish");
    expect(publishWords(of(1))).toBe("Publish: 1 past verdict changes");
    expect(publishWords(of(617))).toBe("Publish: 617 past verdicts change");
  });

  it("say what is left after publishing", () => {
    expect(rejudgingWords(null)).toBe("Published. Cases are judged by the new rules");
    expect(rejudgingWords(223)).toBe("Published. Cases are judged by the new rules, 223 left");
  });

  it("list only what there is, outcomes from and to under their sum", () => {
    expect(effectRows(effect)).toEqual([
      { words: "New cases", count: 8, isSubset: false },
      { words: "Another outcome", count: 4, isSubset: false },
      { words: "In progress → Never closed", count: 3, isSubset: true },
      { words: "Came back → Likely resolved", count: 1, isSubset: true },
    ]);
    expect(effectRows(noEffect)).toEqual([]);
  });
});

describe("the words on the way", () => {
  it("say how far it is", () => {
    expect(progressWords({ step: "copy", share: 0.499 })).toContain("49%");
    expect(progressWords({ step: "derive", left: 1200 })).toContain("1,200 left");
    const judged = { step: "judge", read: 12_000, total: 200_000, flips: 140 } as const;
    expect(progressWords({ ...judged, expected: { value: 2333, low: 1961, high: 2747 } })).toBe(
      "Read 12,000 of 200,000 cases: 140 verdicts flip; about 2,300 expected (2,000–2,700)",
    );
    expect(progressWords({ ...judged, read: 80, flips: 1, expected: null })).toBe(
      "Read 80 of 200,000 cases: 1 verdict flips",
    );
  });

  it("say that an effect is of a while ago only where something came since", () => {
    const state = { status: "shown", effect, ageUs: 180_000_000 } as const;
    expect(staleWords({ ...state, changed: "nothing" })).toBeNull();
    expect(staleWords({ ...state, changed: "data" })).toBe(
      "New data has come in since: this is the effect of 3 min ago.",
    );
  });
});
