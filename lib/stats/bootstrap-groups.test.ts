import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { bootstrapGroups, type LeftOutFigure } from "./bootstrap-groups";
import { drawGroups } from "./draw-groups";
import { seededBelow } from "./seeded-below";

const samples = 200;

/** The specification, sample by sample and figure by figure. */
function plainly({ value, without, groups, imagined }: LeftOutFigure, seed: number) {
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const count = without.length;
  const middle = mean([...without]);
  const pulls = [
    ...[...without].map((each) => ((count - 1) / count) * (middle - each)),
    ...imagined.map((each) => each - mean([...imagined])),
  ];
  const below = seededBelow(seed);
  const deviations = Array.from({ length: samples }, () =>
    pulls.reduce((sum) => sum + (pulls[below(pulls.length)] ?? NaN), 0),
  ).sort((one, other) => one - other);
  const wider = Math.sqrt(groups / (groups - 3));
  const at = (share: number) =>
    value + wider * (deviations[Math.round(share * (samples - 1))] ?? NaN);
  return [at(0.025), at(0.975)];
}

describe("bootstrapGroups", () => {
  it("draws for each of any number of figures what it draws for one alone", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 8, max: 40 }),
        (seed, count, groups) => {
          const random = seededRandom(seed);
          const any = () => random.below(1000) / 100;
          const figures = Array.from({ length: count }, (_, at): LeftOutFigure => {
            const without = Float64Array.from({ length: groups }, any);
            return { value: at, groups, without, imagined: [any(), any(), any(), any()] };
          });
          const draws = (all: number) => drawGroups(all, { samples, below: seededBelow(seed) });
          const intervals = bootstrapGroups(figures, draws);
          expect(intervals).toHaveLength(count);
          figures.forEach((figure, at) => {
            const [low = NaN, high = NaN] = plainly(figure, seed);
            expect(intervals[at]?.[0]).toBeCloseTo(low, 10);
            expect(intervals[at]?.[1]).toBeCloseTo(high, 10);
          });
        },
      ),
      { numRuns: runs(30) },
    );
  });

  const figure = (
    without: readonly number[],
    more: Partial<LeftOutFigure> = {},
  ): LeftOutFigure => ({
    ...{ value: 3, without: Float64Array.from(without), groups: without.length },
    ...{ imagined: [0, 0, 0, 0], ...more },
  });
  const draws = (all: number) => drawGroups(all, { samples, below: seededBelow(1) });
  const eight = [1, 2, 3, 4, 5, 6, 7, 8];

  it("is null with fewer than eight groups, without variance, and where a figure is undefined", () => {
    const intervals = [
      figure(eight),
      figure(eight, { groups: 7 }),
      figure(eight.map(() => 3)),
      figure([...eight.slice(1), NaN]),
      figure(eight.slice(1)),
    ].map((each) => bootstrapGroups([each], draws)[0]);
    expect(intervals.map((each) => each === null)).toEqual([false, true, true, true, true]);
  });

  it("is nothing of no figures", () => {
    expect(bootstrapGroups([], draws)).toEqual([]);
  });
});
