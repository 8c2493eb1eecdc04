import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { integer, optional, param } from "@/lib/format/address/field";

const count = integer(1, 1_000_000_000);

/** What a view of the Ingest page depends on. */
export const ingestCodec = createCodec({
  /** From 1. */
  page: param("page", count, 1),
  /** The batch whose refusals are shown, or null. */
  batch: optional("batch", count),
});

export type IngestQuery = QueryOf<typeof ingestCodec>;

/** The element that holds the chosen batch's refusals. */
export const rejectsAnchor = "rejects";

/** The address of a view of the Ingest page, with defaults left out. */
export function ingestHref(query: IngestQuery): string {
  return ingestCodec.href("/ingest", query);
}
