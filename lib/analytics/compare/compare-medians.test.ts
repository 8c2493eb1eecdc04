import { describe, expect, it } from "vitest";
import { testArms, type TestArmCase } from "@/lib/testing/arm-cases";
import { runs } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { compareMedians } from "./compare-medians";

const random = seededRandom(11);

/** Cases of one kind and arm, each of a customer of its own, whose values are used in turn. */
function cases(arm: "a" | "b", type: string, count: number, values: readonly number[]) {
  return Array.from({ length: count }, (_, at): TestArmCase => ({
    ...{ arm, type, customer: random.below(1e9), value: values[at % values.length] ?? 0 },
  }));
}

function compared(list: readonly TestArmCase[]) {
  const { cases: arms, measure } = testArms(list);
  return compareMedians(arms, measure.values);
}

/** The second has the slow kind more often, and is faster in each. */
const turned = [
  ...cases("a", "quick", 60, [1, 2, 3]),
  ...cases("a", "slow", 20, [9, 10, 11]),
  ...cases("b", "quick", 20, [0, 1, 2]),
  ...cases("b", "slow", 60, [7, 8, 9]),
  ...cases("b", "own", 3, [90]),
];

describe("compareMedians", () => {
  it("weighs each kind's medians alike in both arms, and leaves out what only one has", () => {
    const { crude, adjusted, strata, a } = compared(turned);
    expect(crude?.value).toBe(8 - 2.5);
    // Both kinds weigh 60·20∕80.
    expect(adjusted?.a.value).toBeCloseTo((2 + 10) / 2, 12);
    expect(adjusted?.difference.value).toBeCloseTo(-1.5, 12);
    expect(adjusted?.difference.interval?.[1]).toBeLessThan(0);
    expect(strata.map(({ kind, isCompared }) => [kind.type, isCompared])).toEqual([
      ["quick", true],
      ["slow", true],
      ["own", false],
    ]);
    expect(a.count).toBe(80);
  });

  it("is null where no kind has enough of both, and where an arm has none", () => {
    expect(compared([...cases("a", "one", 7, [1]), ...cases("b", "one", 9, [2])])).toMatchObject({
      crude: { value: 1, interval: null },
      adjusted: null,
    });
    expect(compared(cases("a", "one", 30, [1]))).toMatchObject({ crude: null, adjusted: null });
  });

  it("claims no interval from fewer than eight customers, and a wider one of few with many cases", () => {
    const widthOf = (list: readonly TestArmCase[]) => {
      const [low, high] = compared(list).crude?.interval ?? [NaN, NaN];
      return high - low;
    };
    const drawn = turned.map((each) => ({ ...each, value: each.value + random.below(1000) / 999 }));
    const few = drawn.map((each, at) => ({
      ...each,
      customer: 8 * Math.floor(each.value) + (at % 8),
    }));
    expect(widthOf(few)).toBeGreaterThan(widthOf(drawn));
    expect(widthOf(drawn.map((each, at) => ({ ...each, customer: at % 7 })))).toBeNaN();
  });

  it("holds the truth at least 19 times in 20 of customers who are slow or quick", () => {
    const uniform = () => (random.below(1e9) + 0.5) / 1e9;
    const effect = 0.4;
    const times = runs(400);
    let held = 0;
    for (let run = 0; run < times; run += 1) {
      const list: TestArmCase[] = [];
      for (let customer = 0; customer < 150; customer += 1) {
        const own = uniform();
        for (let each = random.below(4); each >= 0; each -= 1) {
          const kind = random.below(3);
          const arm = uniform() < 0.3 + 0.15 * kind ? "b" : "a";
          const value = own + kind - Math.log(uniform()) + (arm === "b" ? effect : 0);
          list.push({ arm, type: String(kind), customer: customer * 7919, value });
        }
      }
      const [low, high] = compared(list).adjusted?.difference.interval ?? [1, 0];
      if (low <= effect && effect <= high) held += 1;
    }
    const error = 4 * Math.sqrt((0.95 * 0.05) / times);
    expect(held / times).toBeGreaterThan(0.95 - error - 0.01);
  });
});
