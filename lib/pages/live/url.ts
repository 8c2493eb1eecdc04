import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, position, text } from "@/lib/format/address/field";

/** The lists of the Live page. */
export const liveLists = ["now", "promises", "sla", "mine", "snoozed", "handled"] as const;
export type LiveList = (typeof liveLists)[number];

/** The query of the Live page. */
export const liveCodec = createCodec({
  list: param("list", oneOf(liveLists), "now"),
  /** An agent, as the traces name them; null: all. */
  agent: optional("agent", text({ min: 1 })),
  /** A team that served; null: all. */
  team: optional("team", text({ min: 1 })),
  /** From 1. */
  page: param("page", position, 1),
});
export type LiveQuery = QueryOf<typeof liveCodec>;

/** The address of a view of the Live page, with defaults left out. */
export function liveHref(query: LiveQuery): string {
  return liveCodec.href("/live", query);
}

/** The address of the same view as JSON. */
export function liveJsonHref(query: LiveQuery): string {
  return liveCodec.href("/api/live", query);
}
