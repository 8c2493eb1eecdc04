import type { CaseColumn } from "@/lib/analytics/filter/cases-query";

const needed: readonly (CaseColumn | "case")[] = ["case", "type", "journey", "handoffs", "outcome"];

/** How soon a column gives way where there is little room, beside an open preview above all. */
export function columnHidePriority(name: CaseColumn | "case"): "first" | "last" | undefined {
  if (needed.includes(name)) return undefined;
  // The journey shows each touchpoint, so that their number is the last to be missed.
  return name === "touchpoints" ? "last" : "first";
}
