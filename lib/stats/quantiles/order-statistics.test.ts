import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { orderStatistics } from "./order-statistics";
import { orderStatisticsOfRuns } from "./order-statistics-of-runs";

const random = seededRandom(runSeed);
const drawn = (count: number, draw: () => number) => Float64Array.from({ length: count }, draw);

/** A sample with a fixed step sees only zeros. */
const everySecond = Float64Array.from({ length: 65_536 }, (_, at) =>
  at % 128 === 0 ? 0 : 1 + (at % 977),
);

/** The values as sorted runs of `size`. */
function runsOf(values: Float64Array, size: number): readonly Float64Array[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, run) =>
    values.slice(run * size, (run + 1) * size).sort(),
  );
}

describe("orderStatistics", () => {
  it.each([
    ["few values", drawn(40, () => random.below(100))],
    ["many values", drawn(20_000, () => random.below(1e9) / 7)],
    ["values that are mostly the same", drawn(20_000, () => random.below(4))],
    ["one value alone", drawn(20_000, () => 7)],
    ["values in order", Float64Array.from({ length: 20_000 }, (_, at) => at)],
    ["values that a sample in steps misses", everySecond],
    ["a long tail", drawn(20_000, () => Math.exp(random.below(400) / 10))],
    ["infinity among them", drawn(5000, () => (random.below(3) === 0 ? Infinity : 1))],
    ["unknown among them", drawn(5000, () => (random.below(3) === 0 ? NaN : random.below(9)))],
    ["nothing but unknown", drawn(5000, () => NaN)],
    ["nothing", new Float64Array(0)],
  ])("tells what full ordering would have at each position: %s", (_, values) => {
    const sorted = values.slice().sort();
    const last = values.length - 1;
    const positions = [0, 1, last >> 1, (last >> 1) + 1, Math.floor(last * 0.9), last];
    const before = values.slice();
    const all = [...positions, values.length, -1];
    expect(orderStatistics(values, all)).toEqual(all.map((each) => sorted[each]));
    expect(values).toEqual(before);
    for (const size of [1, 90, 3000, 30_000]) {
      expect(orderStatisticsOfRuns(runsOf(values, size), all)).toEqual(
        all.map((each) => sorted[each]),
      );
    }
  });

  it("does so for any values and positions", () => {
    const lists = fc
      .tuple(fc.nat(), fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 5000 }))
      .map(([seed, count, distinct]) => {
        const { below } = seededRandom(seed);
        const odd = [NaN, Infinity, -Infinity];
        return Float64Array.from({ length: count }, () => odd[below(300)] ?? below(distinct) - 9);
      });
    fc.assert(
      fc.property(lists, fc.array(fc.nat({ max: 4000 }), { maxLength: 8 }), (values, positions) => {
        const sorted = values.slice().sort();
        const expected = positions.map((each) => sorted[each]);
        expect(orderStatistics(values, positions)).toEqual(expected);
        expect(orderStatisticsOfRuns(runsOf(values, 37), positions)).toEqual(expected);
      }),
    );
  });
});
