import { createCasesCodec, type FacetName } from "@/lib/analytics/filter/cases-query";
import { channels } from "@/lib/domain/trace/channel";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, single } from "@/lib/format/address/field";
import { coverageHrefBase } from "../href";

const caseFacets: readonly FacetName[] = ["region", "risk", "type", "team", "release", "agents"];

/** Choices of the number of days. */
export const coverageDays = [28, 91, 182] as const;
export type CoverageDays = (typeof coverageDays)[number];

/** The query of the Coverage page. */
export const coverageCodec = createCodec({
  /** The cases whose contacts are counted. */
  cases: createCasesCodec(caseFacets, "all"),
  days: param<CoverageDays>(
    "days",
    single((text) => coverageDays.find((days) => days === Number(text))),
    28,
  ),
  /** The channel whose days are listed; null: all. */
  on: optional("on", oneOf(channels)),
});
export type CoverageQuery = QueryOf<typeof coverageCodec>;

/** The address of a view of the Coverage page, with defaults left out. */
export function coverageHref(query: Partial<CoverageQuery>): string {
  return coverageCodec.href(coverageHrefBase, { ...coverageCodec.defaultValue, ...query });
}
