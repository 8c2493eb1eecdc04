import { expect, it } from "vitest";
import { differenceOfEstimates } from "./difference-of-estimates";
import { newcombeDifference } from "./proportions/newcombe-difference";
import { wilsonInterval } from "./proportions/wilson-interval";

const shareOf = (hits: number, of: number) => ({
  value: hits / of,
  interval: wilsonInterval(hits, of) ?? ([0, 1] as const),
});

it("is Newcombe's difference of two shares", () => {
  const found = differenceOfEstimates(shareOf(56, 70), shareOf(48, 80));
  const known = newcombeDifference({ hits: 56, of: 70 }, { hits: 48, of: 80 });
  expect(found.value).toBeCloseTo(known?.value ?? 0, 12);
  expect(found.interval[0]).toBeCloseTo(known?.interval[0] ?? 0, 12);
  expect(found.interval[1]).toBeCloseTo(known?.interval[1] ?? 0, 12);
});

it("is the usual interval of two means with symmetric ones", () => {
  const one = { value: 10, interval: [7, 13] } as const;
  const other = { value: 4, interval: [0, 8] } as const;
  expect(differenceOfEstimates(one, other)).toEqual({ value: 6, interval: [1, 11] });
});
