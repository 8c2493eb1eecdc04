import type { TimelineItem } from "./timeline-model";

/**
 * The selected item: the requested one if it exists; else the first handoff with a loss, the first handoff,
 * the first contact, any item.
 */
export function chooseItem(
  items: readonly TimelineItem[],
  requested: string | null,
): TimelineItem | null {
  const handoffs = items.filter((item) => item.kind === "handoff");
  return (
    items.find((item) => item.id === requested) ??
    handoffs.find((item) => item.isFailure) ??
    handoffs[0] ??
    items.find((item) => item.kind === "contact") ??
    items[0] ??
    null
  );
}
