import "server-only";
import { listReviewQueue } from "@/lib/analytics/disclosures/review-queue";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { readDetachedReviews } from "@/lib/store/decisions/disclosure-reviews";
import type { FindingsReader } from "./finding-facts";
import { readAlike, readFindings, readSource } from "./load-findings";
import { readSecondWaits } from "./load-second";
import { prepareQueue, type DueOf } from "./queue/prepare-queue";
import type { QueueModel } from "./queue/queue-model";
import type { QueueQuery } from "./queue/url";

const pageSize = 25;
const detachedMax = 50;

/** The reviewer, and what the queue is ordered by. */
type QueueOf = FindingsReader & { readonly dueUs: DueOf };

/**
 * Reads what waits for a reviewer in cases of any time, the first due first; the messages of one case at most.
 * @param nowUs the instant of all values, microseconds since 1970
 */
export async function loadQueue(
  seen: SeenWorkspace,
  query: QueueQuery,
  nowUs: number,
  { viewer, dueUs, names }: QueueOf,
): Promise<QueueModel> {
  const { owners, ...facts } = await readSnapshot(seen, everyCase, nowUs, (cases) => {
    const { waits: state, rule, severity, due, asker, on } = query;
    const choice = { state, rule, severity, due, asker };
    const queue = listReviewQueue(cases, { viewer, dueUs, on, ...choice });
    const { total, groups } = queue;
    const page = Math.max(1, Math.min(query.page, Math.ceil(total / pageSize)));
    return {
      ...{ ...cases.about, total, groups, page },
      owners: queue.owners((page - 1) * pageSize, page * pageSize),
    };
  });
  const reader = await readerOrEmpty(seen.path);
  const findings = await readFindings(reader, seen, owners);
  const place = query.finding ?? findings[0] ?? null;
  const source = place === null ? null : await readSource(reader, seen, place, viewer);
  return prepareQueue(query, {
    ...{ ...facts, pageSize, findings, names, dueUs, source },
    alike: source === null ? null : await readAlike(reader, seen, source, nowUs),
    seconds: await readSecondWaits(reader, seen, viewer),
    // Whose case is gone, nobody can say any more who may see it.
    detached: seen.scope === null ? await readDetachedReviews(reader, detachedMax, viewer) : null,
  });
}
