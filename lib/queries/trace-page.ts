import "server-only";
import { readTrace } from "@/lib/store/read-trace";
import { chosenSpanId } from "@/lib/view/chosen-span-id";
import { prepareTracePage } from "@/lib/view/prepare-trace-page";
import type { TracePageModel } from "@/lib/view/trace-page-model";
import type { TraceQuery } from "@/lib/view/trace-query";
import { workspaceReader } from "./workspace-reader";

/** Of a longer trace the earliest spans are read. */
const spansMax = 20_000;

/**
 * Reads what the Trace page shows.
 * @param path the workspace's file
 * @returns null where there is no such trace
 */
export async function loadTracePage(
  path: string,
  traceId: string,
  query: TraceQuery,
): Promise<TracePageModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  const trace = await readTrace(
    reader,
    traceId,
    (spans) => chosenSpanId(spans, query.spanId),
    spansMax,
  );
  return trace === null ? null : prepareTracePage(trace, query);
}
