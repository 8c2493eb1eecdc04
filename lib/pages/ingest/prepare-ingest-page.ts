import { paginate } from "@/lib/format/address/paginate";
import { formatCounted } from "@/lib/format/format";
import type { BatchView, IngestPageModel, RejectView } from "./ingest-page-model";
import { ingestHref, rejectsAnchor, type IngestQuery } from "./url";

type BatchInput = Omit<BatchView, "isChosen" | "rejectsHref">;

type IngestInput = {
  readonly batches: readonly BatchInput[];
  readonly total: number;
  readonly rejects: readonly RejectView[];
};

/** Prepares the Ingest page. @param query with the page clamped to the last */
export function prepareIngestPage(
  { batches, total, rejects }: IngestInput,
  query: IngestQuery,
  pageSize: number,
): IngestPageModel {
  const chosen = batches.find(({ id }) => id === query.batch);
  return {
    title: titleOf(batches, total),
    query,
    batches: batches.map((batch) => ({
      ...batch,
      isChosen: batch.id === query.batch,
      rejectsHref:
        batch.refusals === 0
          ? null
          : `${ingestHref({ ...query, batch: batch.id })}#${rejectsAnchor}`,
    })),
    pagination: paginate({ page: query.page, pageSize, total }, (page) =>
      ingestHref({ page, batch: null }),
    ),
    chosen: chosen === undefined ? null : { rejects, isCut: chosen.refusals > rejects.length },
  };
}

function titleOf(batches: readonly BatchInput[], total: number): string {
  const refused = batches.filter(({ refusals }) => refusals > 0).length;
  const counted = formatCounted(total, "batch", "batches");
  if (refused === 0) {
    return `${counted} received; nothing ${total === 1 ? "in it" : "among the latest"} was refused`;
  }
  const from = formatCounted(refused, "batch", "batches");
  return `${counted} received; parts of ${from} among the latest were refused`;
}
