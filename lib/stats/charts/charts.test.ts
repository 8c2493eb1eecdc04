import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runs } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { statVectors } from "@/lib/testing/stat-vectors";
import { bernoulliCusum } from "./bernoulli-cusum";
import { ewmaChart } from "./ewma-chart";
import { normalQuantile } from "../quantiles/normal-quantile";

const random = seededRandom(17);
const uniform = () => (random.below(1e9) + 0.5) / 1e9;
const series = runs(1000);

/** Mean run length until the first signal, and its standard error. */
function runLength(signalAt: () => number, count = series): { mean: number; error: number } {
  const lengths = Array.from({ length: count }, signalAt);
  const mean = lengths.reduce((sum, each) => sum + each, 0) / count;
  const spread = lengths.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1);
  return { mean, error: Math.sqrt(spread / count) };
}

describe("ewmaChart", () => {
  it("gives the published points, limits and signals", () => {
    const point = z.object({
      x: z.number(),
      z: z.number(),
      limit: z.number(),
      signal: z.boolean(),
    });
    const schema = z.object({ lam: z.number(), L: z.number(), points: z.array(point).min(8) });
    const { points, lam, L } = statVectors("ewma", schema);
    const chart = ewmaChart(
      points.map(({ x }) => x),
      { smoothing: lam, width: L },
    );
    points.forEach((each, index) => {
      expect(chart[index]?.mean).toBeCloseTo(each.z, 12);
      expect(chart[index]?.limit).toBeCloseTo(each.limit, 12);
      expect(chart[index]?.isSignal).toBe(each.signal);
    });
  });

  /**
   * Average run lengths by simulation, for λ = 0.2 and limits of 2.86 σ; runs are cut at 3,000 values, which 1 in 5,000
   * would exceed.
   */
  it.each([
    [0, 353],
    [0.5, 35],
    [1, 8.8],
    [2, 2.7],
  ])("signals a shift of %d σ after %d values on average, over many series", (shift, expected) => {
    const { mean, error } = runLength(() => {
      const values = Array.from({ length: shift === 0 ? 4000 : 600 }, () => {
        return shift + normalQuantile(uniform());
      });
      return ewmaChart(values).findIndex(({ isSignal }) => isSignal) + 1;
    });
    expect(Math.abs(mean - expected)).toBeLessThan(4 * error + 0.01 * expected);
  });

  it("raises a false alarm in no more of 26 weeks' series than one in 353 values makes", () => {
    let alarmed = 0;
    for (let each = 0; each < series; each += 1) {
      const values = Array.from({ length: 26 }, () => normalQuantile(uniform()));
      if (ewmaChart(values).some(({ isSignal }) => isSignal)) alarmed += 1;
    }
    const expected = 1 - (1 - 1 / 353) ** 26;
    const error = Math.sqrt((expected * (1 - expected)) / series);
    expect(alarmed / series).toBeLessThan(expected + 3 * error);
  });
});

describe("bernoulliCusum", () => {
  it("gives the published sums", () => {
    const schema = z.object({
      p0: z.number(),
      p1: z.number(),
      h: z.number(),
      fails: z.array(z.number()),
      S: z.array(z.number()).min(16),
    });
    const { p0, p1, h, fails, S } = statVectors("bernoulli_cusum", schema);
    const chart = bernoulliCusum(
      fails.map((each) => each === 1),
      { usual: p0, feared: p1, limit: h },
    );
    S.forEach((sum, index) => {
      expect(chart[index]?.sum).toBeCloseTo(sum, 5);
      expect(chart[index]?.isSignal).toBe(sum > h);
    });
  });

  /** Fewer series where no signal is due: each is long, and what is in them is tested by its sums. */
  it.each([
    [0.1, 0.2, 0.1, 1911],
    [0.1, 0.2, 0.2, 74],
    [0.15, 0.25, 0.15, 2145],
    [0.15, 0.25, 0.25, 95],
  ])(
    "from %d to %d: at %d it signals after %d contacts on average",
    (usual, feared, share, expected) => {
      const isUsual = share === usual;
      const signalAt = () => {
        const failed = Array.from({ length: isUsual ? 20_000 : 2000 }, () => uniform() < share);
        return (
          bernoulliCusum(failed, { usual, feared, limit: 4 }).findIndex((each) => each.isSignal) + 1
        );
      };
      const { mean, error } = runLength(signalAt, isUsual ? series / 5 : series);
      expect(Math.abs(mean - expected)).toBeLessThan(4 * error + 0.01 * expected);
    },
  );
});
