import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { slaFacets } from "./url";
import { parseCasesParams } from "@/lib/analytics/filter/parse-cases-query";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const names = [...slaFacets, "period", "from", "to"];

/**
 * Reads the SLA page's query string: filters as on the Cases page.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseSlaParams(raw: RawSearchParams): {
  readonly query: CasesQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const own = Object.fromEntries(Object.entries(raw).filter(([name]) => names.includes(name)));
  const cases = parseCasesParams(own);
  const all = [...createFieldReader(raw, names).dropped(), ...cases.dropped];
  return {
    query: cases.query,
    dropped: all.sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}
