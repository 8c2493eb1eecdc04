import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { integer, optional, param } from "@/lib/format/address/field";

const count = integer(1, 1_000_000_000);

/** The query of the Ingest page. */
export const ingestCodec = createCodec({
  /** From 1. */
  page: param("page", count, 1),
  /** The selected batch, or null. */
  batch: optional("batch", count),
});

export type IngestQuery = QueryOf<typeof ingestCodec>;

/** Element id of the selected batch's rejected spans. */
export const rejectsAnchor = "rejects";

/** The address of a view of the Ingest page, with defaults left out. */
export function ingestHref(query: IngestQuery): string {
  return ingestCodec.href("/ingest", query);
}
