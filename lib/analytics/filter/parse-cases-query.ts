import { z } from "zod";
import { facetEntry, facetNames, ofEachFacet } from "../facets/registry";
import {
  caseColumns,
  caseSortKeys,
  defaultCasesQuery,
  relativePeriods,
  type CasesQuery,
  type Period,
} from "./cases-query";
import { readMetricChoice } from "./metric-choice";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const maxTextLength = 200;
const maxValues = 50;

const free = z.array(z.string().max(maxTextLength)).max(maxValues);
/** Reads a facet's values: those it can have, or any words. */
const facetFields = ofEachFacet((name): z.ZodType<readonly string[]> => {
  const { values } = facetEntry(name);
  return values === undefined ? free : z.array(z.enum(values));
});

const day = z.tuple([z.iso.date()]);
const fields = {
  q: z.tuple([z.string().trim().max(maxTextLength)]),
  period: z.tuple([z.enum(["all", ...relativePeriods])]),
  from: day,
  to: day,
  metric: z.tuple([z.string().max(maxTextLength)]).transform(([text], context) => {
    const choice = readMetricChoice(text, "cases");
    if (choice !== null) return choice;
    context.addIssue("No metric has such a part.");
    return z.NEVER;
  }),
  sort: z.tuple([z.enum(caseSortKeys)]),
  dir: z.tuple([z.enum(["asc", "desc"])]),
  page: z.tuple([z.coerce.number().int().min(1).max(1_000_000)]),
  cols: z
    .tuple([z.string().max(maxTextLength)])
    .transform(([text]) => (text === "" ? [] : text.split(".")))
    .pipe(z.array(z.enum(caseColumns))),
  peek: z.tuple([z.string().min(1).max(1000)]),
};

/**
 * Reads the Cases page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseCasesParams(raw: RawSearchParams): {
  readonly query: CasesQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, [...facetNames, ...Object.keys(fields)]);
  const query: CasesQuery = {
    facets: ofEachFacet((name) => [...new Set(read(name, facetFields[name]) ?? [])]),
    text: read("q", fields.q)?.[0] ?? defaultCasesQuery.text,
    period: periodOf(
      read("period", fields.period)?.[0],
      read("from", fields.from)?.[0],
      read("to", fields.to)?.[0],
    ),
    metric: read("metric", fields.metric) ?? defaultCasesQuery.metric,
    sort: read("sort", fields.sort)?.[0] ?? defaultCasesQuery.sort,
    direction: read("dir", fields.dir)?.[0] ?? defaultCasesQuery.direction,
    page: read("page", fields.page)?.[0] ?? defaultCasesQuery.page,
    columns: [...new Set(read("cols", fields.cols) ?? defaultCasesQuery.columns)],
    peek: read("peek", fields.peek)?.[0] ?? defaultCasesQuery.peek,
  };
  return { query, dropped: dropped() };
}

/** Two days make a period, whichever comes first; one of them a period without the other end. */
function periodOf(
  relative: Exclude<Period, object> | undefined,
  from: string | undefined,
  to: string | undefined,
): Period {
  if (from === undefined) {
    return to === undefined ? (relative ?? defaultCasesQuery.period) : { from: null, to };
  }
  return to !== undefined && to < from ? { from: to, to: from } : { from, to: to ?? null };
}
