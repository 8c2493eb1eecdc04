import { describe, expect, it } from "vitest";
import type { AmountFigure, ShareFigure } from "../metrics/figure";
import { findMetric } from "../metrics/metrics";
import type { Metric } from "../metrics/metric";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { figureWords } from "./metric-words";

function metricOf(id: string): Metric {
  const metric = findMetric(id);
  if (metric === null) throw new Error(`There is no metric ${id}.`);
  return metric;
}

function share(hits: number, of: number, beside: Partial<ShareFigure> = {}): ShareFigure {
  const interval = wilsonInterval(hits, of);
  const estimate = interval === null ? null : { value: hits / of, interval };
  const sums = { hits, of, hitsSquared: hits, product: hits, ofSquared: of };
  const cases = { waiting: 0, unknown: 0, bounds: null, decided: null };
  return { unit: "share", hits, of, sums, share: estimate, ...cases, ...beside };
}
const words = (figure: ShareFigure) => figureWords(metricOf("case_resolution_rate"), figure);

describe("a share in words", () => {
  it("has its interval, of how many, and how many could not be judged", () => {
    const figure = share(291, 412, { waiting: 36, unknown: 7, bounds: [291 / 419, 298 / 419] });
    expect(words(figure)).toEqual({
      value: "71%",
      interval: "66–75%",
      basis: "291 of 412 cases",
      spread: "",
      maturity: expect.stringMatching(/^412 of 455 .* 7 unknown: 69–71%/u) as string,
    });
  });

  it("is a fraction of fewer than ten, and says so of fewer than thirty", () => {
    expect(words(share(3, 3))).toMatchObject({
      value: "3 of 3",
      basis: expect.stringMatching(/^3 of 3 .* few/u) as string,
    });
    expect(words(share(10, 20)).basis).toMatch(/^10 of 20 .* few/u);
    expect(words(share(30, 60)).basis).toBe("30 of 60 cases");
    expect(words(share(0, 0))).toMatchObject({ value: "–", interval: "", basis: "no cases" });
  });

  it("does not call those that can't be judged none", () => {
    expect(words(share(0, 0, { unknown: 333, waiting: 3 }))).toMatchObject({
      value: "–",
      basis: expect.stringContaining("none of 336") as string,
    });
    expect(words(share(0, 0, { waiting: 1 })).basis).toContain("the one case");
  });

  it("has a decimal from a thousand on, and is neither none nor all where it is only nearly so", () => {
    expect(words(share(1234, 2000)).value).toBe("61.7%");
    expect(words(share(1, 400)).value).toBe("under 1%");
    expect(words(share(399, 400)).value).toBe("99%");
    expect(words(share(400, 400)).value).toBe("100%");
  });

  it("says nothing of maturity where every case is counted", () => {
    expect(words(share(30, 60)).maturity).toBe("");
    expect(words(share(30, 60, { waiting: 4 })).maturity).toMatch(/^60 of 64 /u);
  });
});

describe("an amount in words", () => {
  const cases = { of: 40, waiting: 0, unknown: 0 };
  it("is a mean with what half of the cases stay below", () => {
    const figure: AmountFigure = {
      ...{
        ...cases,
        unit: "contacts",
        per: null,
        currency: null,
        median: 2,
        medianInterval: [1, 3],
        p90: 5,
      },
      mean: { value: 2.416, interval: [2.1, 2.7] },
    };
    expect(figureWords(metricOf("touchpoints_per_case"), figure)).toEqual({
      value: "2.42",
      interval: "2.10 – 2.70",
      basis: "40 cases",
      spread: "half at most 2, 9 in 10 at most 5",
      maturity: "",
    });
  });

  it("is the middle one of times", () => {
    const hourUs = 3_600_000_000;
    const figure: AmountFigure = {
      ...{
        ...cases,
        unit: "microseconds",
        per: null,
        currency: null,
        median: 5 * hourUs,
        p90: 50 * hourUs,
      },
      ...{ mean: null, medianInterval: [4 * hourUs, 6 * hourUs] },
    };
    expect(figureWords(metricOf("time_to_resolution"), figure)).toMatchObject({
      value: "5 h",
      interval: "4 h – 6 h",
      basis: "40 cases",
      spread: "9 in 10 at most 2 d 2 h",
    });
  });
});
