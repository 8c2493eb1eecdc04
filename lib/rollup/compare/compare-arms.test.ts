import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { compareArms, type ArmCase } from "./compare-arms";

const random = seededRandom(5);
const below = (limit: number) => random.below(limit);

/** Cases of one kind and arm whose values are used in turn. */
function cases(
  arm: "a" | "b",
  stratum: string,
  count: number,
  values: readonly number[],
): ArmCase[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ arm, stratum, customer: random.below(1e6) },
    value: values[at % values.length] ?? 0,
  }));
}

describe("compareArms", () => {
  it("turns over what the mix alone makes", () => {
    const { crude, adjusted, least } = compareArms(
      [
        ...cases("a", "easy", 90, [1, 1, 2]),
        ...cases("b", "easy", 30, [1, 1, 1, 2]),
        ...cases("a", "hard", 30, [3, 4, 3, 3]),
        ...cases("b", "hard", 90, [2, 3, 2, 3]),
      ],
      below,
    );
    expect(least).toBe(30);
    expect(crude?.value).toBeGreaterThan(0.2);
    expect(adjusted?.value).toBeLessThan(-0.3);
    expect(adjusted?.interval?.[1]).toBeLessThan(0);
  });

  it("lists kinds with too few as left out, and takes fewer only where no kind has thirty", () => {
    const enough = [...cases("a", "one", 40, [1]), ...cases("b", "one", 40, [2])];
    const thin = [...cases("a", "two", 10, [1]), ...cases("b", "two", 10, [2])];
    const { strata } = compareArms([...enough, ...thin], below);
    expect(strata.map(({ stratum, isCompared }) => [stratum, isCompared])).toEqual([
      ["one", true],
      ["two", false],
    ]);
    expect(compareArms(thin, below)).toMatchObject({ least: 8, adjusted: { value: 1 } });
    expect(compareArms(cases("a", "one", 50, [1]), below)).toMatchObject({
      crude: null,
      adjusted: null,
    });
  });

  it("covers no difference nineteen times in twenty where there is none", () => {
    let covered = 0;
    const runs = 100;
    for (let run = 0; run < runs; run += 1) {
      const drawn = Array.from({ length: 160 }, (_, at): ArmCase => ({
        arm: random.below(2) === 0 ? "a" : "b",
        stratum: at % 2 === 0 ? "one" : "two",
        customer: random.below(120),
        value: random.below(4) + (at % 2),
      }));
      const interval = compareArms(drawn, below).adjusted?.interval;
      if (interval !== null && interval !== undefined && interval[0] <= 0 && interval[1] >= 0)
        covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(87);
  });
});
