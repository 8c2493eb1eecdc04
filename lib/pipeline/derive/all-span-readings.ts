import type { Database } from "@/lib/store/port";
import { listTraceIds, readSpanReadings, type SpanReading } from "@/lib/store/spans/export-rows";

const pageSize = 2000;

/** Yields every span of a workspace, ordered by trace and span id, in pages of one trace or less. */
export async function* allSpanReadings(db: Database): AsyncGenerator<readonly SpanReading[]> {
  for (const traceId of await listTraceIds(db)) {
    let after = "";
    for (;;) {
      const page = await readSpanReadings(db, traceId, after, pageSize);
      if (page.length > 0) yield page;
      if (page.length < pageSize) break;
      after = page[page.length - 1]?.spanId ?? "";
    }
  }
}
