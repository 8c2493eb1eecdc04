import { z } from "zod";
import { defaultIngestQuery, type IngestQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const count = z.tuple([z.coerce.number().int().min(1).max(1_000_000_000)]);

/**
 * Reads the Ingest page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseIngestParams(raw: RawSearchParams): {
  readonly query: IngestQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, ["page", "batch"]);
  const query = {
    page: read("page", count)?.[0] ?? defaultIngestQuery.page,
    batch: read("batch", count)?.[0] ?? defaultIngestQuery.batch,
  };
  return { query, dropped: dropped() };
}
