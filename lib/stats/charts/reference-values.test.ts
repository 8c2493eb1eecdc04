import { describe, expect, it } from "vitest";
import { bernoulliCusum } from "./bernoulli-cusum";
import { distributionShift, isShifted, shiftByChance } from "./distribution-shift";
import { ewmaChart } from "./ewma-chart";
import { funnelLimits, overdispersion } from "./funnel";

describe("ewmaChart", () => {
  /** Montgomery, Introduction to Statistical Quality Control, table 9.10: λ 0.1, L 2.7, a mean of 10. */
  it("gives the textbook's means and limits", () => {
    const values = [9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46];
    const chart = ewmaChart(
      values.map((value) => value - 10),
      { smoothing: 0.1, width: 2.7 },
    );
    const means = [9.945, 9.7495, 9.70355, 9.8992, 10.1253, 10.1307, 9.9217, 10.0755];
    chart.forEach(({ mean, isSignal }, at) => {
      expect(10 + mean).toBeCloseTo(means[at] ?? NaN, 4);
      expect(isSignal).toBe(false);
    });
    expect(chart[0]?.limit).toBeCloseTo(0.27, 12);
    expect(chart[1]?.limit).toBeCloseTo(0.36325, 5);
  });

  it("signals on either side, and not at the limit itself", () => {
    const isSignal = (value: number) => ewmaChart([value], { width: 1, smoothing: 0.5 })[0];
    expect(isSignal(-1.01)).toMatchObject({ isSignal: true });
    expect(isSignal(1.01)).toMatchObject({ isSignal: true });
    // λ√1 = λ: the first limit is at one standard deviation.
    expect(isSignal(1)).toEqual({ mean: 0.5, limit: 0.5, isSignal: false });
  });

  it("widens by the smoothed error of the centre", () => {
    const options = { smoothing: 0.5, width: 2, centreErrors: [1, 0.5] };
    const [first, second, third] = ewmaChart([0, 0, 0], options);
    expect(first?.limit).toBeCloseTo(2 * Math.sqrt(0.25 + 0.5 ** 2), 12);
    expect(second?.limit).toBeCloseTo(2 * Math.sqrt(0.3125 + 0.5 ** 2), 12);
    // Without an error of its own, a value has a known centre.
    expect(third?.limit).toBeCloseTo(2 * Math.sqrt(0.328125 + 0.25 ** 2), 12);
  });
});

describe("bernoulliCusum", () => {
  it("adds and takes away the logarithms of the likelihood ratios, from 0", () => {
    const up = Math.log(2);
    const down = Math.log(0.8 / 0.9);
    const failed = [false, true, true, false, true];
    const chart = bernoulliCusum(failed, { usual: 0.1, feared: 0.2, limit: 1.5 });
    const sums = [0, up, 2 * up, 2 * up + down, 3 * up + down];
    chart.forEach(({ sum, isSignal }, at) => {
      expect(sum).toBeCloseTo(sums[at] ?? NaN, 12);
      expect(isSignal).toBe(at === 4);
    });
  });

  it("does not signal at the limit itself", () => {
    const limit = Math.log(2);
    const [point] = bernoulliCusum([true], { usual: 0.1, feared: 0.2, limit });
    expect(point).toEqual({ sum: limit, isSignal: false });
  });
});

describe("distributionShift", () => {
  /** By NumPy and SciPy's jensenshannon(p, q, 2) ** 2; an empty bin is half a case. */
  it.each([
    [[120, 80, 200], [60, 90, 50], 0.3760193491940685, 0.0662292791582318],
    [[100, 0, 100], [40, 20, 140], 0.7011474459593781, 0.1026161565633365],
    [[500, 300, 200], [505, 290, 205], 0.0005122302339745, 0.0000923704720835],
  ])("of %j and %j", (reference, current, psi, jensenShannon) => {
    const found = distributionShift(reference, current);
    expect(found.psi).toBeCloseTo(psi, 12);
    expect(found.jensenShannon).toBeCloseTo(jensenShannon, 12);
  });

  /** By SciPy's chi2.ppf(share, 2) × (1 ∕ n + 1 ∕ m). */
  it("is compared with the quantile of χ²", () => {
    const sizes = { bins: 3, reference: 400, current: 200 };
    expect(shiftByChance(0.95, sizes).psi).toBeCloseTo(0.0449359841033098, 12);
    expect(shiftByChance(0.99, sizes).psi).toBeCloseTo(0.0690775527898214, 12);
    expect(shiftByChance(0.95, sizes).jensenShannon).toBeCloseTo(0.0449359841 / (8 * Math.LN2), 10);
  });
});

describe("isShifted", () => {
  it("needs a hundred cases on both sides", () => {
    expect(isShifted([99, 0], [10, 90])).toBeNull();
    expect(isShifted([90, 10], [10, 89])).toBeNull();
    expect(isShifted([90, 10], [10, 90])).toBe(true);
  });

  it("needs a shift that chance seldom makes, and one that matters", () => {
    // PSI 0.12: above 0.1, but among 100 and 100 cases chance alone exceeds 0.13 one time in a hundred.
    expect(distributionShift([50, 50], [67, 33]).psi).toBeCloseTo(0.12, 2);
    expect(isShifted([50, 50], [67, 33])).toBe(false);
    expect(isShifted([5000, 5000], [6700, 3300])).toBe(true);
    // PSI 0.06: far beyond chance, but small.
    expect(distributionShift([5000, 5000], [6200, 3800]).psi).toBeCloseTo(0.06, 2);
    expect(isShifted([5000, 5000], [6200, 3800])).toBe(false);
  });
});

describe("overdispersion", () => {
  const units = (...hits: readonly number[]) => hits.map((each) => ({ hits: each, of: 50 }));

  /** By NumPy: scores clipped to the second lowest and second highest of eleven. */
  it("is the mean squared score, drawn in at both ends", () => {
    const scattered = units(30, 45, 20, 38, 25, 49, 33, 41, 28, 10, 44);
    expect(overdispersion(scattered, 0.7)).toBeCloseTo(8.25974025974026, 10);
    expect(overdispersion([...scattered, { hits: 0, of: 0 }], 0.7)).toBeCloseTo(
      8.25974025974026,
      10,
    );
  });

  it("is 1 where chance explains as much", () => {
    expect(overdispersion(units(35, 36, 34), 0.7)).toBe(1);
    // 3.84 is the limit of two: ±4 hits make 3.05, ±5 make 4.76.
    expect(overdispersion(units(31, 39), 0.7)).toBe(1);
    expect(overdispersion(units(30, 40), 0.7)).toBeCloseTo((2 * 25) / 10.5 / 2, 12);
  });
});

describe("funnelLimits", () => {
  it("are so many standard errors away, wider by the square root of the overdispersion", () => {
    const [low, high] = funnelLimits({ target: 0.8, of: 64 }, 2, 1);
    expect(low).toBeCloseTo(0.7, 12);
    expect(high).toBeCloseTo(0.9, 12);
    const [lower, higher] = funnelLimits({ target: 0.8, of: 64 }, 2, 2.25);
    expect(lower).toBeCloseTo(0.65, 12);
    expect(higher).toBeCloseTo(0.95, 12);
  });
});
