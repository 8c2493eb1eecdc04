import type { ArmCases } from "@/lib/rollup/compare/arm-cases";
import { arrangeCases } from "@/lib/rollup/compare/arrange-cases";
import type { Measure } from "@/lib/rollup/compare/compare-arms";

/** A case of one of two arms, with what is measured of it. */
export type TestArmCase = {
  readonly arm: "a" | "b";
  readonly type: string;
  /** "": nobody said. */
  readonly region?: string;
  readonly customer: number;
  readonly value: number;
};

/** Arms of cases that are made up; all begin in chat. */
export function testArms(
  list: readonly TestArmCase[],
  isShare = false,
): {
  readonly cases: ArmCases;
  readonly measure: Measure;
} {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const types = distinct(list.map(({ type }) => type));
  const regions = distinct(list.map(({ region = "" }) => region));
  const column = (of: (each: TestArmCase) => number) => Uint32Array.from(list, of);
  return {
    cases: {
      kinds: types.map((type) => ({ type, first: "chat" })),
      regions,
      arranged: arrangeCases({
        keys: Uint32Array.from(list.keys()),
        arms: Uint8Array.from(list, ({ arm }) => Number(arm === "b")),
        kinds: column(({ type }) => types.indexOf(type)),
        regions: column(({ region = "" }) => regions.indexOf(region)),
        customers: column(({ customer }) => customer),
      }),
    },
    measure: { isShare, valueOf: (key) => list[key]?.value ?? NaN },
  };
}
