import { describe, expect, it } from "vitest";
import type { MetricWatch } from "@/lib/domain/alerts/alert-rule";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { ShareFigure } from "../metrics/figure";
import { shareOfCases } from "../metrics/metrics";
import { observeMetric } from "./observe-metric";

const metric = shareOfCases("case_resolution_rate");
const days = { from: "2026-11-12", to: "2026-11-18" };
const watch: MetricWatch = { kind: "metric", metric: metric.id, side: "above", bound: 0.3 };
const terms = { least: 20, effect: 0.05 };

/** A share of independent cases. */
function shareFigure(hits: number, of: number): ShareFigure {
  const interval = wilsonInterval(hits, of);
  return {
    ...{ unit: "share", hits, of, waiting: 3, unknown: 0, bounds: null, decided: null },
    share: interval === null ? null : { value: hits / of, interval },
    sums: { hits, of, hitsSquared: hits, product: hits, ofSquared: of },
  };
}

const verdict = (of: MetricWatch, own: ShareFigure, before: ShareFigure | null = null) =>
  observeMetric(of, terms, { metric, days, own, before }).verdict;

describe("a rule on a metric", () => {
  it("holds only where the whole range is beyond the bound", () => {
    expect(verdict(watch, shareFigure(36, 88))).toBe("holds");
    expect(verdict(watch, shareFigure(30, 88))).toBe("unclear");
    expect(verdict(watch, shareFigure(10, 88))).toBe("clear");
    expect(verdict({ ...watch, side: "below" }, shareFigure(10, 88))).toBe("holds");
  });

  it("calls a difference that is certain and does not matter clear", () => {
    expect(verdict(watch, shareFigure(3_300, 10_000))).toBe("clear");
    expect(verdict(watch, shareFigure(3_600, 10_000))).toBe("holds");
  });

  it("says nothing below its least n, of either span, nor without a value", () => {
    expect(verdict(watch, shareFigure(19, 19))).toBe("few");
    expect(verdict(watch, shareFigure(0, 0))).toBe("few");
    const against = { ...watch, bound: null };
    expect(verdict(against, shareFigure(80, 100), shareFigure(1, 19))).toBe("few");
    expect(verdict(against, shareFigure(80, 100), null)).toBe("few");
  });

  it("is compared with the same span before by the range of the difference", () => {
    const against = { ...watch, bound: null };
    expect(verdict(against, shareFigure(80, 100), shareFigure(40, 100))).toBe("holds");
    expect(verdict(against, shareFigure(45, 100), shareFigure(40, 100))).toBe("unclear");
    expect(verdict(against, shareFigure(20, 100), shareFigure(40, 100))).toBe("clear");
    const { reading } = observeMetric(against, terms, {
      ...{ metric, days, own: shareFigure(80, 100), before: shareFigure(40, 100) },
    });
    expect(reading).toMatchObject({ of: 100, waiting: 3, before: { of: 100, value: 0.4 } });
  });
});
