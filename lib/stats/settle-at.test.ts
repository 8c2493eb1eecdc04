import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { settleAt } from "./settle-at";

const random = seededRandom(17);
const drawn = (count: number, draw: () => number) => Float64Array.from({ length: count }, draw);

describe("settleAt", () => {
  it.each([
    ["few values", drawn(40, () => random.below(100))],
    ["many values", drawn(20_000, () => random.below(1e9) / 7)],
    ["values that are mostly the same", drawn(20_000, () => random.below(4))],
    ["a long tail", drawn(20_000, () => Math.exp(random.below(400) / 10))],
    ["infinity among them", drawn(5000, () => (random.below(3) === 0 ? Infinity : 1))],
    ["unknown among them", drawn(5000, () => (random.below(3) === 0 ? NaN : random.below(9)))],
    ["nothing but unknown", drawn(5000, () => NaN)],
    ["nothing", new Float64Array(0)],
  ])("writes what full ordering would have at each position: %s", (_, values) => {
    const sorted = values.slice().sort();
    const last = values.length - 1;
    const positions = [0, 1, last >> 1, (last >> 1) + 1, Math.floor(last * 0.9), last];
    settleAt(values, [...positions, values.length, -1]);
    expect(positions.map((each) => values[each])).toEqual(positions.map((each) => sorted[each]));
  });
});
