import { z } from "zod";
import { defaultHealthQuery, healthDays, type HealthQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const days = z.tuple([z.coerce.number().pipe(z.literal(healthDays))]);

/**
 * Reads the Data health page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseHealthParams(raw: RawSearchParams): {
  readonly query: HealthQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, ["days"]);
  const query = { days: read("days", days)?.[0] ?? defaultHealthQuery.days };
  return { query, dropped: dropped() };
}
