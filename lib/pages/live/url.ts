import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { flag, oneOf, optional, param, position, text, words } from "@/lib/format/address/field";

/** The lists of the Live page. */
export const liveLists = [
  ...(["now", "promises", "sla", "mine", "snoozed", "handled"] as const),
  /** What was done with cases in the last 12 hours. */
  "log",
] as const;
export type LiveList = (typeof liveLists)[number];

/** The query of the Live page. */
export const liveCodec = createCodec({
  list: param("list", oneOf(liveLists), "now"),
  /** An agent, as the traces name them; null: all. */
  agent: optional("agent", text({ min: 1 })),
  /** A team that served; null: all. */
  team: optional("team", text({ min: 1 })),
  /** An agent, a team, a case, a customer or what it is about; "": all. */
  find: param("find", words, ""),
  /** Shows what was missed long ago as well. */
  isLong: flag("long", "1"),
  /** From 1. */
  page: param("page", position, 1),
});
export type LiveQuery = QueryOf<typeof liveCodec>;

/** The address of a view of the Live page, with defaults left out. */
export function liveHref(query: LiveQuery): string {
  return liveCodec.href("/live", query);
}

/** The address of the same view as server-sent events. */
export function liveListHref(query: LiveQuery): string {
  return liveCodec.href("/api/live/list", query);
}
