import "server-only";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { isWaitingSecond } from "@/lib/domain/quality/review-sample";
import { findSampled, readSample } from "@/lib/store/decisions/review-samples";
import { readSource } from "./load-findings";
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
  const stored = await readSample(reader, id);
  if (stored === null) return null;
  const items = stored.items.filter(({ isSecond }) => isSecond);
  const asked = items.findIndex(({ position }) => position + 1 === query.item);
  const next = items.findIndex((item) => isWaitingSecond(item) && item.review?.actor !== viewer);
  const at = Math.max(0, asked >= 0 ? asked : next);
  const item = items[at];
  const place = item === undefined ? null : await findSampled(reader, item);
  const source = place === null ? null : await readSource(reader, seen, place);
  return prepareSecond({ id, items, at, source, viewer });
}
