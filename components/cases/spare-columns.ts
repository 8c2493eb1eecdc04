import type { CaseColumn } from "@/lib/view/cases-query";

const needed: readonly (CaseColumn | "case")[] = [
  "case",
  "type",
  "journey",
  "touchpoints",
  "handoffs",
  "outcome",
];

/** True for a column that gives way where there is little room, beside an open preview above all. */
export function isSpare(name: CaseColumn | "case"): true | undefined {
  return needed.includes(name) ? undefined : true;
}
