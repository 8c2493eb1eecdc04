import { expect, it } from "vitest";
import { binaryFigures } from "./binary-figures";

/** Decisions and labels: hits, false alarms, misses and passes. */
function figuresOf(hits: number, falseAlarms: number, misses: number, passes: number) {
  const times = (count: number, decided: boolean, label: number) =>
    Array.from({ length: count }, () => ({ decided, label }));
  const all = [
    ...times(hits, true, 1),
    ...times(passes, false, 0),
    ...times(falseAlarms, true, 0),
    ...times(misses, false, 1),
  ];
  return binaryFigures(
    all.map(({ decided }) => decided),
    all.map(({ label }) => label),
  );
}

it("are the usual ones of hits, false alarms, misses and passes", () => {
  const found = figuresOf(3, 1, 2, 5);
  expect(found.precision).toBeCloseTo(3 / 4, 12);
  expect(found.recall).toBeCloseTo(3 / 5, 12);
  expect(found.f1).toBeCloseTo(2 / (4 / 3 + 5 / 3), 12);
  expect(found.accuracy).toBeCloseTo(8 / 11, 12);
  expect(found.balancedAccuracy).toBeCloseTo((3 / 5 + 5 / 6) / 2, 12);
});

it("are null where nothing defines them", () => {
  const [none, f1, accuracy] = [null, 0, 0];
  expect(figuresOf(0, 0, 2, 0)).toEqual({
    ...{ precision: none, recall: 0, f1, accuracy, balancedAccuracy: none },
  });
  expect(figuresOf(0, 2, 0, 0)).toEqual({
    ...{ precision: 0, recall: none, f1, accuracy, balancedAccuracy: none },
  });
  expect(figuresOf(0, 0, 0, 0)).toEqual({
    ...{ precision: none, recall: none, f1: none, accuracy: none, balancedAccuracy: none },
  });
});
