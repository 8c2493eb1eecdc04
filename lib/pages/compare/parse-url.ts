import { z } from "zod";
import { armKinds } from "@/lib/analytics/compare/arm-options";
import { defaultCompareQuery, type CompareQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";
import { parseOverviewParams } from "@/lib/analytics/filter/parse-overview-query";

const fields = {
  by: z.tuple([z.enum(armKinds)]),
  a: z.tuple([z.string().min(1).max(200)]),
  b: z.tuple([z.string().min(1).max(200)]),
};

/**
 * Reads the Compare page's query string: filters as on the Overview, and what is compared.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseCompareParams(raw: RawSearchParams): {
  readonly query: CompareQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const names = Object.keys(fields);
  const isOwn = ([name]: readonly [string, unknown]) => names.includes(name);
  const own = Object.fromEntries(Object.entries(raw).filter(isOwn));
  const shared = Object.fromEntries(Object.entries(raw).filter((entry) => !isOwn(entry)));
  const { query, dropped: others } = parseOverviewParams(shared);
  const isOfPeriod = ["period", "from", "to"].some((name) => shared[name] !== undefined);
  const { read, dropped } = createFieldReader(own, names);
  const all: CompareQuery = {
    ...query,
    cases: isOfPeriod ? query.cases : { ...query.cases, period: defaultCompareQuery.cases.period },
    by: read("by", fields.by)?.[0] ?? defaultCompareQuery.by,
    a: read("a", fields.a)?.[0] ?? null,
    b: read("b", fields.b)?.[0] ?? null,
  };
  return { query: all, dropped: [...dropped(), ...others] };
}
