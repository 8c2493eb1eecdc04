import type { TimelineItem } from "./timeline-model";

/**
 * The item that is selected: the one asked for, where there is such a one; else the first handoff at
 * which something was lost, the first handoff, the first contact, whatever there is.
 */
export function chooseItem(
  items: readonly TimelineItem[],
  asked: string | null,
): TimelineItem | null {
  const handoffs = items.filter((item) => item.kind === "handoff");
  return (
    items.find((item) => item.id === asked) ??
    handoffs.find((item) => item.isFailure) ??
    handoffs[0] ??
    items.find((item) => item.kind === "contact") ??
    items[0] ??
    null
  );
}
