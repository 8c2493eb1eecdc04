import "server-only";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { isForSecond } from "@/lib/domain/quality/review-sample";
import { countForSecond, findSampled, readSample } from "@/lib/store/decisions/review-samples";
import type { Database } from "@/lib/store/port";
import { readSource } from "./load-findings";
import type { SecondWait } from "./queue/prepare-queue";
import { prepareSecond } from "./samples/prepare-second";
import type { SecondReviewModel } from "./samples/samples-model";
import type { SampleQuery } from "./samples/url";

/**
 * Reads the findings of a sample that wait for a second review, and the evidence of one.
 * @param viewer public id of the second reviewer
 * @returns null where there is no such sample, or the viewer may not see the whole workspace
 */
export async function loadSecond(
  seen: SeenWorkspace,
  id: number,
  query: Pick<SampleQuery, "item">,
  viewer: string,
): Promise<SecondReviewModel | null> {
  if (seen.scope !== null) return null;
  const reader = await readerOrEmpty(seen.path);
  const stored = await readSample(reader, id, viewer);
  if (stored === null) return null;
  const items = stored.items.filter(({ isSecond }) => isSecond);
  const asked = items.findIndex(({ position }) => position + 1 === query.item);
  const next = items.findIndex((item) => isForSecond(item, viewer));
  const at = Math.max(0, asked >= 0 ? asked : next);
  const item = items[at];
  const place = item === undefined ? null : await findSampled(reader, item);
  const source = place === null ? null : await readSource(reader, seen, place, viewer);
  return prepareSecond({ id, items, at, source, viewer });
}

/** Samples looked through for second reviews, the latest. */
const samplesMax = 20;

/**
 * The second reviews that wait for somebody, by sample, the latest first.
 * @param viewer public id of the second reviewer
 */
export async function readSecondWaits(
  reader: Database,
  { scope }: SeenWorkspace,
  viewer: string,
): Promise<readonly SecondWait[]> {
  return scope === null ? countForSecond(reader, samplesMax, viewer) : [];
}
