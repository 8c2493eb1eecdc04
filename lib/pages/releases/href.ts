import type { Replay } from "@/lib/domain/gate/replay";
import { idSegment } from "@/lib/format/id-segment";

/** The address of a run's page. */
export function runHref(run: string): string {
  return `/releases/${idSegment(run)}`;
}

/** The address of a run's item beside the baseline's. */
export function replayHref({ run, item }: Pick<Replay, "run" | "item">): string {
  return `${runHref(run)}/items/${idSegment(item)}`;
}
