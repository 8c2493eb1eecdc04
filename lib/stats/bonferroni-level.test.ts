import { expect, it } from "vitest";
import { bonferroniLevel } from "./bonferroni-level";
import { newcombeDifference } from "./proportions/newcombe-difference";
import { seededBelow } from "./seeded-below";

/** In how many of 2,000 draws one of eight groups with equal rates is found to deviate. */
function namedFor(level: number): number {
  const below = seededBelow(11);
  const sizes = [18, 45, 51, 37, 44, 44, 19, 13];
  const of = sizes.reduce((sum, size) => sum + size, 0);
  return Array.from({ length: 2000 }, () => {
    const hits = sizes.map(
      (size) => Array.from({ length: size }, () => below(100)).filter((each) => each < 62).length,
    );
    const all = hits.reduce((sum, each) => sum + each, 0);
    return hits.some((own, at) => {
      const size = sizes[at] ?? 0;
      const others = { hits: all - own, of: of - size };
      const interval = newcombeDifference({ hits: own, of: size }, others, level)?.interval;
      return interval !== undefined && (interval[0] > 0 || interval[1] < 0);
    });
  }).filter(Boolean).length;
}

it("names one of several that are alike in at most one case in twenty", () => {
  expect(namedFor(0.95)).toBeGreaterThan(400);
  expect(namedFor(bonferroniLevel(8))).toBeLessThan(115);
});

it("is that of one interval for one", () => {
  expect(bonferroniLevel(1)).toBe(0.95);
  expect(bonferroniLevel(0)).toBe(0.95);
});
