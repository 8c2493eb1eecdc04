import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupCustomers, slotOf } from "./group-customers";
import { leaveGroupsOut } from "./leave-groups-out";
import { sumArms } from "./sum-arms";

type Each = {
  readonly arm: 0 | 1;
  readonly stratum: number;
  readonly group: number;
  value: number;
};

const strata = 3;
/** One more stratum is of none. */
const lists = fc.array(
  fc.record<Each>({
    arm: fc.constantFrom(0, 1),
    stratum: fc.integer({ min: 0, max: strata }),
    group: fc.nat({ max: 4 }),
    value: fc.oneof(fc.constant(NaN), fc.nat({ max: 9 })),
  }),
  { maxLength: 60 },
);

/** The arms' means with the weights of Mantel and Haenszel, straight from the cases. */
function compared(list: readonly Each[], stratumOf: (each: Each) => number) {
  let [weights, a, b] = [0, 0, 0];
  for (const stratum of new Set(list.map(stratumOf))) {
    const own = list.filter((each) => stratumOf(each) === stratum);
    const values = (arm: number) =>
      own.filter((each) => each.arm === arm).map(({ value }) => value);
    const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
    const [one, other] = [values(0), values(1)];
    if (one.length === 0 || other.length === 0) continue;
    const weight = (one.length * other.length) / own.length;
    weights += weight;
    a += weight * mean(one);
    b += weight * mean(other);
  }
  return { a: a / weights, b: b / weights, difference: (b - a) / weights };
}

/** NaN: no estimate. */
function expectClose(actual: number, plain: number): void {
  expect(Number.isNaN(actual)).toBe(Number.isNaN(plain));
  if (!Number.isNaN(plain)) expect(actual).toBeCloseTo(plain, 10);
}

describe("leaveGroupsOut", () => {
  it("equals, of all cases and without each group, what these give by themselves", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const customers = Uint32Array.from(list, ({ group }) => group);
        const groups = groupCustomers(customers, Uint8Array.from(customers, slotOf));
        const places = Uint32Array.from(list, ({ stratum, arm }) => 2 * stratum + arm);
        const values = Float64Array.from(list, ({ value }) => value);
        const sums = sumArms(places, values, { kinds: strata + 1, regions: 1 });
        const stratumOf = Int32Array.of(0, 1, 2, -1);
        const { crude, adjusted } = leaveGroupsOut(
          { places, groups },
          { sums, values, stratumOf, strata, isShare: false },
        );
        const numbers = [...new Set(list.map(({ group }) => group))].sort(
          (one, other) => one - other,
        );
        const counted = list.filter(({ value }) => !Number.isNaN(value));
        for (const { actual, own, stratumOf } of [
          {
            actual: adjusted,
            own: counted.filter(({ stratum }) => stratum < strata),
            stratumOf: ({ stratum }: Each) => stratum,
          },
          {
            actual: crude,
            own: counted,
            stratumOf: () => 0,
          },
        ]) {
          for (const name of ["a", "b", "difference"] as const) {
            const { value, without, groups: some } = actual[name];
            expectClose(value, compared(own, stratumOf)[name]);
            expect(without).toHaveLength(numbers.length);
            expect(some).toBe(new Set(own.map(({ group }) => group)).size);
            without.forEach((each, left) => {
              const rest = own.filter(({ group }) => group !== numbers[left]);
              expectClose(each, compared(rest, stratumOf)[name]);
            });
          }
        }
      }),
    );
  });
});
