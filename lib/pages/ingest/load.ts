import "server-only";
import { readBatches } from "@/lib/store/spans/read-batches";
import type { IngestPageModel } from "./ingest-page-model";
import type { IngestQuery } from "./url";
import { prepareIngestPage } from "./prepare-ingest-page";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const pageSize = 50;
const rejectsMax = 200;

/**
 * Reads what the Ingest page shows; a page beyond the last is read as the last.
 * @param path the workspace's file
 * @returns null where nothing was ever ingested
 */
export async function loadIngestPage(
  path: string,
  query: IngestQuery,
): Promise<IngestPageModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  const listOf = (page: number) =>
    readBatches(reader, { page, pageSize, batch: query.batch, rejectsMax });
  const requested = await listOf(query.page);
  if (requested.total === 0) return null;
  const page = Math.max(1, Math.min(query.page, Math.ceil(requested.total / pageSize)));
  const list = page === query.page ? requested : await listOf(page);
  return prepareIngestPage(list, { ...query, page }, pageSize);
}
