import { describe, expect, it } from "vitest";
import type { AccuracyOfSet } from "@/lib/domain/quality/accuracy";
import type { Agreement } from "@/lib/domain/quality/agreement";
import type { ShareFigure } from "../metrics/figure";
import { findMetric, metrics } from "../metrics/metrics";
import { adjustedShare, adjustedWords, errorSources, trustWords } from "./error-sources";

const bin = (rows: number, share: number | null) => ({ rows, said: null, true: share });
const set: AccuracyOfSet = {
  dataSet: "public.set",
  label: "so",
  path: "cases",
  isOfVerdicts: true,
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
      expect(other?.words).toBe("on 1,000 public rows, public.set (cases)");
    }
  });

  it("is read from public rows at one half, each set once", () => {
    const sources = errorSources(1, [], { about, sets: [set, set] });
    expect(sources.map(({ errors }) => errors)).toEqual([
      { sensitivity: { hits: 450, of: 500 }, specificity: { hits: 450, of: 500 } },
    ]);
    expect(errorSources(1, [], undefined)).toEqual([]);
  });

  it("is not read from a part of the evaluator that gives no verdict", () => {
    const part = { ...set, isOfVerdicts: false };
    expect(errorSources(1, [], { about, sets: [part] })).toEqual([]);
  });
});

describe("a share without them", () => {
  const figure: ShareFigure = {
    ...{ unit: "share", hits: 74, of: 100, waiting: 0, unknown: 0, share: null, bounds: null },
    decided: 100,
    sums: { hits: 74, of: 100, hitsSquared: 74, product: 74, ofSquared: 100 },
  };
  it("has the value and interval: (0.74 + 0.9 - 1) / (0.9 + 0.9 - 1) = 0.8", () => {
    const [words] = adjustedWords(figure, errorSources(1, [], { about, sets: [set] }));
    expect(words).toMatch(/^80% \(\d+–\d+%\) .* 1,000 public rows, public\.set /);
  });

  it("says where nothing can be said", () => {
    const coin = { hits: 50, of: 100 };
    const errors = { sensitivity: coin, specificity: coin };
    const told = adjustedWords(figure, [{ words: "on a coin", isOwn: false, errors }]);
    expect(told).toEqual([expect.stringMatching(/ on a coin, [^\d]+$/u)]);
  });

  it("takes them out of what the evaluator decides alone: 0.8 of the half of 200 that it decides is 0.4", () => {
    const [source] = errorSources(1, [], { about, sets: [set] });
    if (source === undefined) throw new Error("The set has no errors.");
    const sums = { hits: 74, of: 200, hitsSquared: 74, product: 74, ofSquared: 200 };
    const half = { ...figure, of: 200, decided: 100, sums };
    expect(adjustedShare(half, source)?.value).toBeCloseTo(0.4, 12);
    const [low, high] = adjustedShare(half, source)?.interval ?? [0, 0];
    expect([low < 0.4, high > 0.4, high - low < 0.3]).toEqual([true, true, true]);
    // Two equal cases of each customer carry the information of one.
    const alike = { ...sums, hitsSquared: 148, product: 148, ofSquared: 400 };
    const [lower, higher] = adjustedShare({ ...half, sums: alike }, source)?.interval ?? [0, 0];
    expect(higher - lower).toBeGreaterThan(high - low);
    expect(adjustedWords({ ...half, decided: 0, hits: 0 }, [source])).toEqual([]);
  });
});

describe("how far a metric's evaluator is to be trusted", () => {
  const figure: ShareFigure = {
    ...{ unit: "share", hits: 74, of: 200, waiting: 0, unknown: 0, share: null, bounds: null },
    sums: { hits: 74, of: 200, hitsSquared: 74, product: 74, ofSquared: 200 },
    decided: 100,
  };
  const own = errorSources(2, [agreement(30)], undefined);
  const labelled = new Map(metrics.map(({ restsOn }) => [restsOn?.evaluator ?? "", own]));
  const wordsOf = (id: string, errors: typeof labelled) => {
    const metric = findMetric(id);
    return metric === null ? [] : trustWords(metric, figure, errors);
  };

  it("follows the labels where its yes alone decides, of the part that it decides", () => {
    const unchecked = wordsOf("likely_resolution_share", new Map());
    expect(unchecked).toEqual([
      expect.stringMatching(/conversation_resolution .* 100 cases .*, not checked/u),
    ]);
    expect(wordsOf("likely_resolution_share", labelled)).toEqual([
      `${unchecked[0]?.replace(/, not checked.*/u, "") ?? ""}.`,
      expect.stringMatching(/^\d+% \(\d+–\d+%\) .* 60 labels/u),
    ]);
    expect(wordsOf("polite_rate", new Map())).toEqual([
      expect.stringMatching(/ tone .*, not checked/u),
    ]);
  });

  it("says why its errors stay in, alike with labels and without", () => {
    const reasons = metrics.flatMap(({ id, restsOn }) =>
      restsOn !== null && restsOn.decides !== "all" && "whyNot" in restsOn.decides ? [id] : [],
    );
    expect(reasons).toContain("repeat_information_case_rate");
    for (const id of reasons) {
      expect(wordsOf(id, labelled)).toEqual(wordsOf(id, new Map()));
      expect(wordsOf(id, labelled).join(" ")).toMatch(/ by [\w, ]+, not corrected .*: .+[^.]\.$/u);
    }
    expect(wordsOf("case_resolution_rate", labelled)).toEqual([]);
  });
});
