import { describe, expect, it } from "vitest";
import type { AccuracyOfSet } from "@/lib/domain/accuracy";
import type { Agreement } from "@/lib/domain/agreement";
import type { ShareFigure } from "@/lib/rollup/metrics/figure";
import { adjustedWords, errorSources } from "./error-sources";

const bin = (rows: number, share: number | null) => ({ rows, said: null, true: share });
const set: AccuracyOfSet = {
  dataSet: "public.set",
  label: "so",
  rows: 1000,
  groups: 1,
  scoredShare: 1,
  figures: [],
  beside: [],
  byGroup: [],
  calibration: [
    ...[bin(500, 0.1), bin(0, null), bin(0, null), bin(0, null), bin(0, null)],
    ...[bin(0, null), bin(0, null), bin(0, null), bin(0, null), bin(500, 0.9)],
  ],
};
const about = { task: "", data: "", method: "", weaknesses: "" };
const counted = (hits: number, of: number) => ({ hits, of, interval: null });
const agreement = (of: number): Agreement => ({
  version: 2,
  about: "scores",
  agreed: counted(0, 0),
  apart: 0,
  kappa: null,
  sensitivity: counted(of - 1, of),
  specificity: counted(of - 2, of),
  disagreements: [],
});

describe("how an evaluator errs", () => {
  it("is counted on the workspace's own labels where there are enough of its version", () => {
    const [own] = errorSources(2, [agreement(30)], { about, sets: [set] });
    expect(own?.words).toBe("on 60 labels of your own");
    expect(own?.errors.sensitivity).toMatchObject({ hits: 29, of: 30 });
    for (const [version, labels] of [
      [3, 30],
      [2, 19],
    ] as const) {
      const [other] = errorSources(version, [agreement(labels)], { about, sets: [set] });
      expect(other?.words).toBe("on 1,000 public rows, public.set");
    }
  });

  it("is read from public rows at one half, each set once", () => {
    const sources = errorSources(1, [], { about, sets: [set, set] });
    expect(sources.map(({ errors }) => errors)).toEqual([
      { sensitivity: { hits: 450, of: 500 }, specificity: { hits: 450, of: 500 } },
    ]);
    expect(errorSources(1, [], undefined)).toEqual([]);
  });
});

describe("a share without them", () => {
  const figure: ShareFigure = {
    ...{ unit: "share", hits: 74, of: 100, waiting: 0, unknown: 0, share: null, bounds: null },
    sums: { hits: 74, of: 100, hitsSquared: 74, product: 74, ofSquared: 100 },
  };
  it("is told with what it may be: (0.74 + 0.9 - 1) / (0.9 + 0.9 - 1) = 0.8", () => {
    const [words] = adjustedWords(figure, errorSources(1, [], { about, sets: [set] }));
    expect(words).toMatch(/^80% \(\d+–\d+%\) if it errs as on 1,000 public rows, public.set\.$/);
  });

  it("says where nothing can be said", () => {
    const coin = { hits: 50, of: 100 };
    const errors = { sensitivity: coin, specificity: coin };
    expect(adjustedWords(figure, [{ words: "on a coin", errors }])).toEqual([
      "If it errs as on a coin, the share tells nothing.",
    ]);
  });
});
