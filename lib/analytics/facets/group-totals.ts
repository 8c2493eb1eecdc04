import type { Columns } from "../case-table/columns";
import { ofEachGroup, type GroupName } from "./facet-groups";
import { groupNames } from "./facet-entry";

/** The number of cases of each group, by its number. */
export type GroupTotals = Readonly<Record<GroupName, number[]>>;

export function createGroupTotals(): GroupTotals {
  return ofEachGroup((): number[] => []);
}

/** Adds a case to its groups' totals. @param by 1, or −1 before it is removed or rewritten */
export function addToTotals(totals: GroupTotals, columns: Columns, key: number, by: 1 | -1): void {
  for (const name of groupNames) {
    const group = columns[name][key] ?? 0;
    totals[name][group] = (totals[name][group] ?? 0) + by;
  }
}
