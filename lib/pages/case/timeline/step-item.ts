import { channels } from "@/lib/domain/trace/channel";
import type { TimelineItem } from "./timeline-model";

/** Kinds of keyboard steps from the selected item. */
export type ItemStep =
  | "next"
  | "previous"
  | "laneUp"
  | "laneDown"
  | "nextHandoff"
  | "nextPromise"
  | "nextDisclosure";

/** The item a step leads to; the selected one if there is none. */
export function stepItem(
  items: readonly TimelineItem[],
  selected: TimelineItem,
  step: ItemStep,
): TimelineItem {
  const at = items.findIndex((item) => item.id === selected.id);
  const after = [...items.slice(at + 1), ...items.slice(0, at)];
  switch (step) {
    case "next":
      return items[at + 1] ?? selected;
    case "previous":
      return items[at - 1] ?? selected;
    case "laneUp":
      return inLane(items, selected, -1) ?? selected;
    case "laneDown":
      return inLane(items, selected, 1) ?? selected;
    case "nextHandoff":
      return after.find((item) => item.kind === "handoff") ?? selected;
    case "nextPromise":
      return after.find((item) => item.kind === "promise") ?? selected;
    case "nextDisclosure":
      return after.find((item) => item.kind === "disclosure") ?? selected;
  }
}

/** The contact nearest in time on the next lane in a direction. */
function inLane(
  items: readonly TimelineItem[],
  { channel, atUs }: TimelineItem,
  direction: 1 | -1,
): TimelineItem | null {
  const contacts = items.filter((item) => item.kind === "contact");
  const lanes = channels.filter((each) => contacts.some((item) => item.channel === each));
  const here = channel === null ? -1 : lanes.indexOf(channel);
  const lane = here === -1 && direction === -1 ? lanes.at(-1) : lanes[here + direction];
  if (here + direction < 0 && here !== -1) return null;
  return contacts
    .filter((item) => item.channel === lane)
    .reduce<TimelineItem | null>(
      (best, item) =>
        best === null || Math.abs(item.atUs - atUs) < Math.abs(best.atUs - atUs) ? item : best,
      null,
    );
}
