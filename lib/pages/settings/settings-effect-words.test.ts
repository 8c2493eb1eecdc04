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
    expect(effectSentence(effect, "ahead")).toMatch(
      /touches 12 cases: 300 spans get .* 1 span moves/,
    );
    expect(effectSentence(effect, "done")).toMatch(
      /touched 12 cases: 300 spans got .* 1 span moved/,
    );
    expect(effectSentence(noEffect, "ahead")).toMatch(/^No case changes: 0 spans get/);
    expect(effectSentence(noEffect, "done")).toMatch(/^No case changed: 0 spans got/);
  });

  it("say that another retention takes effect with the next purge", () => {
    expect(retentionSentence(noEffect, "ahead")).toMatch(/next purge nothing/);
    expect(retentionSentence(noEffect, "done")).toMatch(/older .*next purge/);
    expect(retentionSentence(effect, "ahead")).toBe(effectSentence(effect, "ahead"));
  });

  it("say how many verdicts flip", () => {
    const of = (total: number) => ({ ...effect, disclosures: { ...effect.disclosures, total } });
    expect(flipSentence(of(0), "ahead")).toMatch(/^No .* verdict changes/);
    expect(flipSentence(of(1), "ahead")).toMatch(/^1 .* verdict changes/);
    expect(flipSentence(of(617), "ahead")).toMatch(/^617 .* verdicts change\b/);
    expect(flipSentence(of(1200), "done")).toMatch(/^1,200 .* verdicts changed/);
    expect(publishWords(of(0))).toBe("Publish");
    expect(publishWords(of(617))).toMatch(/: 617 .* verdicts change$/);
  });

  it("say what is left after publishing", () => {
    expect(rejudgingWords(null)).not.toContain("left");
    expect(rejudgingWords(223)).toContain("223 left");
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
    expect(progressWords({ ...judged, expected: { value: 2333, low: 1961, high: 2747 } })).toMatch(
      /12,000 of 200,000 cases: 140 .* 2,300 .*\(2,000–2,700\)$/,
    );
    expect(progressWords({ ...judged, read: 80, flips: 1, expected: null })).toMatch(
      /80 of 200,000 cases: 1 verdict flips$/,
    );
  });

  it("say that an effect is of a while ago only where something came since", () => {
    const state = { status: "shown", effect, ageUs: 180_000_000 } as const;
    expect(staleWords({ ...state, changed: "nothing" })).toBeNull();
    expect(staleWords({ ...state, changed: "data" })).toMatch(/^New data .* 3 min /);
    expect(staleWords({ ...state, changed: "settings" })).toMatch(/settings .* 3 min /);
  });
});
