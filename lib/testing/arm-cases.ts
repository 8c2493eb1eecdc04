import type { ArmCases } from "@/lib/analytics/compare/arm-cases";
import type { Measure } from "@/lib/analytics/compare/compare-arms";
import { groupCustomers, slotOf } from "@/lib/analytics/compare/group-customers";
import { cellIndex } from "@/lib/analytics/compare/sum-arms";

/** A case of one of two arms with its measured values. */
export type TestArmCase = {
  readonly arm: "a" | "b";
  readonly type: string;
  /** "": unknown. */
  readonly region?: string;
  readonly customer: number;
  readonly value: number;
};

/** Generated arms of cases; all begin in chat. */
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
  const customers = column(({ customer }) => customer);
  const groups = groupCustomers(customers, Uint8Array.from(customers, slotOf));
  const places = column(({ type, region = "", arm }) => {
    const [kind, of] = [types.indexOf(type), regions.indexOf(region)];
    return cellIndex(kind, of, Number(arm === "b"), regions.length);
  });
  const kinds = types.map((type) => ({ type, first: "chat" }));
  return {
    cases: { groups, places, kinds, regions },
    measure: { isShare, values: Float64Array.from(list, ({ value }) => value) },
  };
}
