import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "./bootstrap-interval";

/** The figures of resamples, one after the other. */
function figuresInTurn(figures: readonly (number | null)[]): () => number | null {
  let next = 0;
  return () => figures[next++] ?? null;
}
const options = { samples: 41, below: () => 0 };
const shuffled = Array.from({ length: 41 }, (_, at) => (at * 17) % 41);

describe("bootstrapInterval", () => {
  it("is from the second lowest to the second highest of 41 figures", () => {
    expect(bootstrapInterval([1], figuresInTurn(shuffled), options)).toEqual([1, 39]);
  });

  it("leaves out resamples without a figure, and is null if most are", () => {
    const some = (known: number) => [
      ...shuffled.slice(0, known),
      ...shuffled.slice(known).map(() => null),
    ];
    const samples = 40;
    expect(bootstrapInterval([1], figuresInTurn(some(19)), { ...options, samples })).toBeNull();
    expect(bootstrapInterval([1], figuresInTurn(some(20)), { ...options, samples })).not.toBeNull();
    // Round(0.025 × 1) and round(0.975 × 1) of two.
    expect(bootstrapInterval([1], figuresInTurn([9, 5]), { ...options, samples: 2 })).toEqual([
      5, 9,
    ]);
  });

  it("draws as many units as there are, with replacement", () => {
    const drawn = [2, 2, 0, 1, 0, 0];
    const limits: number[] = [];
    const samples: string[] = [];
    const below = (limit: number) => {
      limits.push(limit);
      return drawn[limits.length - 1] ?? NaN;
    };
    const figure = (sample: readonly string[]) => samples.push(sample.join(""));
    bootstrapInterval(["a", "b", "c"], figure, { samples: 2, below });
    expect(samples).toEqual(["cca", "baa"]);
    expect(limits).toEqual([3, 3, 3, 3, 3, 3]);
  });
});
