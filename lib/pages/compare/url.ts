import { armKinds } from "@/lib/analytics/compare/arm-options";
import { overviewFields } from "@/lib/analytics/filter/overview-query";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, text } from "@/lib/format/address/field";

/** The query of the Compare page. */
export const compareCodec = createCodec({
  ...overviewFields,
  by: param("by", oneOf(armKinds), "prompt"),
  /** null: the default pair. */
  a: optional("a", text({ min: 1 })),
  b: optional("b", text({ min: 1 })),
});
export const defaultCompareQuery = compareCodec.defaultValue;
export type CompareQuery = QueryOf<typeof compareCodec>;

/** The address of a view of the Compare page, with defaults left out. */
export function compareHref(query: CompareQuery): string {
  return compareCodec.href("/compare", query);
}
