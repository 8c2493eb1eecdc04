import { z } from "zod";
import {
  comparisons,
  defaultOverviewQuery,
  overviewFacets,
  type OverviewQuery,
} from "./overview-query";
import { parseCasesParams } from "./parse-cases-query";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const ofCases = [...overviewFacets, "period", "from", "to"];
const compare = z.tuple([z.enum(comparisons)]);

/**
 * Reads the Overview's query string: filters as on the Cases page, and what the period is compared with.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseOverviewParams(raw: RawSearchParams): {
  readonly query: OverviewQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, [...ofCases, "compare"]);
  const own = Object.fromEntries(Object.entries(raw).filter(([name]) => ofCases.includes(name)));
  const cases = parseCasesParams(own);
  const isOfPeriod = ["period", "from", "to"].some(
    (name) => own[name] !== undefined && !cases.dropped.some((each) => each.name === name),
  );
  const { period } = isOfPeriod ? cases.query : defaultOverviewQuery.cases;
  const query = {
    cases: { ...cases.query, period },
    compare: read("compare", compare)?.[0] ?? defaultOverviewQuery.compare,
  };
  const all = [...dropped(), ...cases.dropped];
  return { query, dropped: all.sort((one, other) => (one.name < other.name ? -1 : 1)) };
}
