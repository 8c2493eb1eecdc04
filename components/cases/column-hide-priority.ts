import type { CaseColumn } from "@/lib/analytics/filter/cases-query";

const needed: readonly (CaseColumn | "case")[] = ["case", "type", "journey", "handoffs", "outcome"];

/** How early a column is hidden where width is short, above all beside an open preview. */
export function columnHidePriority(name: CaseColumn | "case"): "first" | "last" | undefined {
  if (needed.includes(name)) return undefined;
  // The journey column shows each touchpoint, so their number is hidden last.
  return name === "touchpoints" ? "last" : "first";
}
