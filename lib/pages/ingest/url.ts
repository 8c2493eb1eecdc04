/** What a view of the Ingest page depends on. */
export type IngestQuery = {
  /** From 1. */
  readonly page: number;
  /** The batch whose refusals are shown, or null. */
  readonly batch: number | null;
};

export const defaultIngestQuery: IngestQuery = { page: 1, batch: null };

/** The element that holds the chosen batch's refusals. */
export const rejectsAnchor = "rejects";

/** The address of a view of the Ingest page, with defaults left out. */
export function ingestHref({ page, batch }: IngestQuery): string {
  const search = new URLSearchParams();
  if (page !== defaultIngestQuery.page) search.set("page", String(page));
  if (batch !== null) search.set("batch", String(batch));
  const words = search.toString();
  return words === "" ? "/ingest" : `/ingest?${words}`;
}
