import type { DecodedItem } from "../format";
import type { LoggedEvents } from "./logged-events";

/** What of a file's log records was not kept, as one reject; none if all were. */
export function unkeptLogs(events: LoggedEvents): readonly DecodedItem[] {
  const { count, reason } = events.takeUnkept();
  if (count === 0) return [];
  return [{ type: "reject", reject: { place: "log records", reason, spans: count } }];
}
