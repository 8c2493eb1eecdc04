import { z } from "zod";
import { journeyOrders } from "./sample-journeys";
import { starters } from "./tally-moves";
import { defaultJourneysQuery, journeyScales, type JourneysQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";
import { parseOverviewParams } from "@/lib/analytics/filter/parse-overview-query";

const fields = {
  starter: z.tuple([z.enum(starters)]),
  order: z.tuple([z.enum(journeyOrders)]),
  scale: z.tuple([z.enum(journeyScales)]),
};

/**
 * Reads the Journeys page's query string: filters as on the Overview, and what is shown how.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseJourneysParams(raw: RawSearchParams): {
  readonly query: JourneysQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const names = Object.keys(fields);
  const isOwn = ([name]: readonly [string, unknown]) => names.includes(name);
  const own = Object.fromEntries(Object.entries(raw).filter(isOwn));
  const shared = Object.fromEntries(Object.entries(raw).filter((entry) => !isOwn(entry)));
  const { query, dropped: others } = parseOverviewParams(shared);
  const { read, dropped } = createFieldReader(own, names);
  const all: JourneysQuery = {
    ...query,
    starter: read("starter", fields.starter)?.[0] ?? defaultJourneysQuery.starter,
    order: read("order", fields.order)?.[0] ?? defaultJourneysQuery.order,
    scale: read("scale", fields.scale)?.[0] ?? defaultJourneysQuery.scale,
  };
  return { query: all, dropped: [...dropped(), ...others] };
}
