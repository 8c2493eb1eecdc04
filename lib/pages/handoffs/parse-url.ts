import { z } from "zod";
import { channels } from "@/lib/domain/trace/channel";
import { promiseTabs } from "./tally-promises";
import { defaultHandoffsQuery, type HandoffsQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";
import { parseOverviewParams } from "@/lib/analytics/filter/parse-overview-query";

const position = z.tuple([z.coerce.number().int().min(1).max(1_000_000)]);
const fields = {
  pair: z
    .tuple([z.string().max(40)])
    .transform(([text]) => text.split(">"))
    .pipe(z.tuple([z.enum(channels), z.enum(channels)])),
  quote: position,
  promises: z.tuple([z.enum(promiseTabs)]),
  page: position,
};

/**
 * Reads the Handoffs page's query string: filters as on the Overview, and what is shown of it.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseHandoffsParams(raw: RawSearchParams): {
  readonly query: HandoffsQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const names = Object.keys(fields);
  const isOwn = ([name]: readonly [string, unknown]) => names.includes(name);
  const own = Object.fromEntries(Object.entries(raw).filter(isOwn));
  const shared = Object.fromEntries(Object.entries(raw).filter((entry) => !isOwn(entry)));
  const { query, dropped: others } = parseOverviewParams(shared);
  const { read, dropped } = createFieldReader(own, names);
  const pair = read("pair", fields.pair);
  const all: HandoffsQuery = {
    ...query,
    pair: pair === null ? null : { from: pair[0], to: pair[1] },
    quote: read("quote", fields.quote)?.[0] ?? defaultHandoffsQuery.quote,
    promises: read("promises", fields.promises)?.[0] ?? defaultHandoffsQuery.promises,
    page: read("page", fields.page)?.[0] ?? defaultHandoffsQuery.page,
  };
  return { query: all, dropped: [...dropped(), ...others] };
}
