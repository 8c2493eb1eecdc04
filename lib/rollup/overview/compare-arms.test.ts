import { describe, expect, it } from "vitest";
import { compareArms } from "./compare-arms";
import { sumsOf } from "@/lib/stats/sums";
import type { ArmCase, SideBySide } from "./side-by-side";

const arm = (from: number, ...lists: readonly (readonly [string, readonly number[]])[]) =>
  lists
    .flatMap(([type, contacts]) => contacts.map((each) => ({ type, contacts: each })))
    .map((each, at): ArmCase => ({ ...each, key: from + at }));
const times = <T>(count: number, list: readonly T[]): T[] =>
  Array.from({ length: count }, () => list).flat();

function sideOf(one: readonly ArmCase[], other: readonly ArmCase[]): SideBySide {
  const types = [...new Set([...one, ...other].map(({ type }) => type))];
  const sums = (list: readonly ArmCase[], own: string) =>
    sumsOf(list.filter(({ type }) => type === own).map(({ contacts }) => contacts));
  return {
    prompts: ["p@a", "p@b"],
    strata: types.map((type) => ({ type, arms: [sums(one, type), sums(other, type)] })),
    cases: [one, other],
  };
}

const first = arm(0, ["easy", times(20, [1, 2, 1])], ["hard", times(5, [4, 3, 4])]);
const second = arm(
  1000,
  ["easy", times(7, [1, 1, 1])],
  ["hard", times(15, [3, 2, 3])],
  ["own", [9]],
);
/** The first has the easy cases, and the second needs fewer contacts in each type. */
const turned = sideOf(first, second);
const nobody = new Map<number, string | null>();

describe("compareArms", () => {
  it("turns over what a mix of cases feigns, and leaves out what only one has", () => {
    const found = compareArms(turned, nobody);
    if (found === null) throw new Error("Two types are shared.");
    expect(found.crudeDifference.interval[0]).toBeGreaterThan(0);
    expect(found.adjustedDifference.interval[1]).toBeLessThan(0);
    const [one, other] = found.adjusted;
    expect(other.value - one.value).toBeCloseTo(found.adjustedDifference.value, 10);
    // Weights 60·21∕81 and 15·45∕60.
    const [easy, hard] = [1260 / 81, 675 / 60];
    expect(one.value).toBeCloseTo((easy * (4 / 3) + hard * (11 / 3)) / (easy + hard), 10);
    expect(found.leftOut).toBe(1);
    expect(found.strata.map(({ type }) => type)).toEqual(["easy", "hard"]);
  });

  it("tells the same at each reading, and less surely where one customer has many of the cases", () => {
    expect(compareArms(turned, nobody)).toEqual(compareArms(turned, nobody));
    const widthOf = (customerOf: ReadonlyMap<number, string | null>) => {
      const [low, high] = compareArms(turned, customerOf)?.crudeDifference.interval ?? [0, 0];
      return high - low;
    };
    const few = new Map(
      [...first, ...second].map(
        ({ key, contacts }) => [key, `of ${String(contacts)} each`] as const,
      ),
    );
    expect(widthOf(few)).toBeGreaterThan(widthOf(nobody));
  });

  it("tells nearly the same of cases that are not named one by one", () => {
    const [named, summed] = [turned, { ...turned, cases: null }].map((pair) =>
      compareArms(pair, nobody),
    );
    if (!named || !summed) throw new Error("Two types are shared.");
    expect(summed.adjustedDifference.value).toBeCloseTo(named.adjustedDifference.value, 10);
    expect(summed.crudeDifference.value).toBeCloseTo(named.crudeDifference.value, 10);
    for (const end of [0, 1] as const) {
      const [one, other] = [named, summed].map((each) => each.adjustedDifference.interval[end]);
      expect(Math.abs((one ?? NaN) - (other ?? NaN))).toBeLessThan(0.05);
    }
  });

  it("compares nothing where no type is shared", () => {
    const apart = sideOf(first, arm(1000, ["own", [1, 2, 3]]));
    expect(compareArms(apart, nobody)).toBeNull();
  });
});
