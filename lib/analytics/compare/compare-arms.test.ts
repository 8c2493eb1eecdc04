import { describe, expect, it } from "vitest";
import { drawGroups } from "@/lib/stats/draw-groups";
import { testArms, type TestArmCase } from "@/lib/testing/arm-cases";
import { runs } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { compareArms } from "./compare-arms";

const random = seededRandom(5);

/** Cases of one kind and arm, each of a customer of its own, whose values are used in turn. */
function cases(
  arm: "a" | "b",
  type: string,
  count: number,
  values: readonly number[],
  region = "",
): TestArmCase[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ arm, type, region, customer: random.below(1e9) },
    value: values[at % values.length] ?? 0,
  }));
}

function only<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("There is one measure.");
  return first;
}
const compared = (list: readonly TestArmCase[], isShare = false) => {
  const { cases: arms, measure } = testArms(list, isShare);
  return only(compareArms(arms, [measure]));
};
const widthOf = (interval: readonly [number, number] | null | undefined) =>
  interval ? interval[1] - interval[0] : NaN;

/** The first has the easy cases, and the second needs fewer contacts in each type. */
const turned = [
  ...cases("a", "easy", 60, [1, 2, 1]),
  ...cases("a", "hard", 15, [4, 3, 4]),
  ...cases("b", "easy", 21, [1, 1, 1]),
  ...cases("b", "hard", 45, [3, 2, 3]),
  ...cases("b", "own", 1, [9]),
];

describe("compareArms", () => {
  it("turns over what a mix of cases feigns, and leaves out what only one has", () => {
    const { crude, adjusted, strata, least } = compared(turned);
    expect(least).toBe(8);
    expect(crude?.interval?.[0]).toBeGreaterThan(0);
    expect(adjusted?.difference.interval?.[1]).toBeLessThan(0);
    const [one, other] = [adjusted?.a.value ?? NaN, adjusted?.b.value ?? NaN];
    expect(other - one).toBeCloseTo(adjusted?.difference.value ?? NaN, 10);
    // Weights 60·21∕81 and 15·45∕60.
    const [easy, hard] = [1260 / 81, 675 / 60];
    expect(one).toBeCloseTo((easy * (4 / 3) + hard * (11 / 3)) / (easy + hard), 10);
    expect(strata.map(({ kind, isCompared }) => [kind.type, isCompared])).toEqual([
      ["easy", true],
      ["hard", true],
      ["own", false],
    ]);
  });

  it("lists kinds with too few as left out, and takes fewer only where no kind has thirty", () => {
    const enough = [...cases("a", "one", 40, [1]), ...cases("b", "one", 40, [2])];
    const thin = [...cases("a", "two", 10, [1]), ...cases("b", "two", 10, [2])];
    const { strata, least } = compared([...enough, ...thin]);
    expect(least).toBe(30);
    expect(strata.map(({ kind, isCompared }) => [kind.type, isCompared])).toEqual([
      ["one", true],
      ["two", false],
    ]);
    expect(compared(thin)).toMatchObject({ least: 8, adjusted: { difference: { value: 1 } } });
    expect(compared(cases("a", "one", 50, [1]))).toMatchObject({ crude: null, adjusted: null });
    expect(compared([])).toMatchObject({ crude: null, adjusted: null, strata: [] });
  });

  it("compares nothing where no kind is shared, but says what one sees", () => {
    const apart = [...cases("a", "easy", 60, [1]), ...cases("b", "own", 40, [3])];
    expect(compared(apart)).toMatchObject({ crude: { value: 2 }, adjusted: null });
  });

  it("holds regions equal that have thirty of both, and takes a kind's others together", () => {
    const { strata, adjusted } = compared([
      ...cases("a", "one", 90, [1], "EU"),
      ...cases("b", "one", 30, [1], "EU"),
      ...cases("a", "one", 30, [3], "US"),
      ...cases("b", "one", 90, [3], "US"),
      ...cases("a", "one", 20, [2], "UK"),
      ...cases("b", "one", 20, [2], ""),
      ...cases("a", "two", 40, [2], "EU"),
      ...cases("b", "two", 40, [2], ""),
    ]);
    expect(
      strata.map(({ kind, regions, isRest, a, b, isCompared }) => [
        ...[kind.type, regions, isRest, a.count, b.count, isCompared],
      ]),
    ).toEqual([
      ["one", ["EU"], false, 90, 30, true],
      ["one", ["US"], false, 30, 90, true],
      ["two", null, false, 40, 40, true],
      ["one", ["UK", ""], true, 20, 20, false],
    ]);
    // The arms differ by region: 120 cases of one against 120 of the other.
    expect(adjusted?.difference.value).toBeCloseTo(0, 12);
  });

  it("is the same at each reading, and less certain where one customer has many of the cases", () => {
    expect(compared(turned)).toEqual(compared(turned));
    const few = turned.map((each, at) => ({ ...each, customer: 20 * each.value + (at % 4) }));
    expect(widthOf(compared(few).crude?.interval)).toBeGreaterThan(
      widthOf(compared(turned).crude?.interval),
    );
  });

  it("claims nothing where all cases of both are alike, and draws the same beside other measures", () => {
    const { cases: arms, measure } = testArms(turned);
    const [alone] = compareArms(arms, [measure]);
    const ones = { isShare: false, values: new Float64Array(turned.length).fill(1) };
    const [same, beside] = compareArms(arms, [ones, measure]);
    expect(same?.crude).toEqual({ value: 0, interval: null });
    expect(beside).toEqual(alone);
  });

  it("is not certain of a share of which an arm has no hit, or both", () => {
    const hits = [...cases("a", "one", 10, [0]), ...cases("b", "one", 28, [1, 0, 0, 0, 0, 0, 0])];
    const { adjusted } = compared(hits, true);
    expect(adjusted?.difference.value).toBeCloseTo(4 / 28, 12);
    // Newcombe's interval is −0.15 to 0.31.
    expect(adjusted?.difference.interval?.[0]).toBeLessThan(0);
    expect(adjusted?.a.interval?.[1]).toBeGreaterThan(0.1);
    const none = compared([...cases("a", "one", 40, [0]), ...cases("b", "one", 40, [0])], true);
    expect(widthOf(none.crude?.interval)).toBeGreaterThan(0.08);
    const many = compared(
      [...cases("a", "one", 900, [0]), ...cases("b", "one", 900, [0, 0, 1])],
      true,
    );
    expect(many.adjusted?.difference.interval?.[0]).toBeGreaterThan(0.25);
  });

  it("claims no interval from fewer than eight customers", () => {
    const few = turned.map((each, at) => ({ ...each, customer: at % 7 }));
    const { crude, adjusted } = compared(few);
    expect(crude?.interval).toBeNull();
    expect(adjusted?.difference).toEqual({
      value: compared(turned).adjusted?.difference.value,
      interval: null,
    });
  });

  it("is the same of more customers than it draws, within chance", () => {
    const many = Array.from({ length: 40 }, () => turned).flat();
    const own = many.map((each) => ({ ...each, customer: random.below(1e9) }));
    const [once, often] = [compared(turned).adjusted, compared(own).adjusted];
    expect(often?.difference.value).toBeCloseTo(once?.difference.value ?? NaN, 10);
    const ratio = widthOf(once?.difference.interval) / widthOf(often?.difference.interval);
    expect(ratio / Math.sqrt(40)).toBeGreaterThan(0.85);
    expect(ratio / Math.sqrt(40)).toBeLessThan(1.15);
  });
});

describe("the interval of a comparison", () => {
  const uniform = () => (random.below(1e9) + 0.5) / 1e9;

  /** Customers differ in how often things go wrong with them, and kinds in who gets them. */
  function drawn(customers: number, shape: { readonly share: boolean; readonly most: number }) {
    const list: TestArmCase[] = [];
    for (let customer = 0; customer < customers; customer += 1) {
      const own = uniform();
      const count = 1 + random.below(shape.most);
      for (let each = 0; each < count; each += 1) {
        const kind = random.below(4);
        const arm = uniform() < 0.3 + 0.1 * kind ? "b" : "a";
        const more = arm === "b" ? effectOf(shape) : 0;
        const value = shape.share
          ? Number(uniform() < 0.2 + 0.4 * own + 0.05 * kind + more)
          : 1 + Math.floor(-Math.log(uniform()) * (0.5 + 1.5 * own + 0.25 * kind)) + more;
        list.push({ arm, type: String(kind), customer: customer * 7919, value });
      }
    }
    return list;
  }
  const effectOf = ({ share }: { readonly share: boolean }) => (share ? 0.05 : 0.5);

  it.each([
    ["contacts of customers drawn one by one", 120, { share: false, most: 4 }],
    ["shares of customers drawn one by one", 120, { share: true, most: 4 }],
    ["contacts of customers drawn in groups", 600, { share: false, most: 3 }],
    ["shares of customers drawn in groups", 600, { share: true, most: 3 }],
  ] as const)("holds the truth 19 times in 20: %s", (_, customers, shape) => {
    const times = runs(400);
    let held = 0;
    for (let run = 0; run < times; run += 1) {
      const { cases: arms, measure } = testArms(drawn(customers, shape), shape.share);
      const draws = (groups: number) => drawGroups(groups, { samples: 500, below: random.below });
      const { adjusted } = only(compareArms(arms, [measure], draws));
      const [low, high] = adjusted?.difference.interval ?? [1, 0];
      if (low <= effectOf(shape) && effectOf(shape) <= high) held += 1;
    }
    // Four standard errors of the simulation either way, and a point for the approximation.
    const error = 4 * Math.sqrt((0.95 * 0.05) / times);
    expect(held / times).toBeGreaterThan(0.95 - error - 0.01);
    expect(held / times).toBeLessThan(0.95 + error + 0.01);
  });
});
