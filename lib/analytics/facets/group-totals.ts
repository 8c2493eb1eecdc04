import type { Columns } from "../case-table/columns";
import { ofEachGroup, type GroupName } from "./facet-groups";
import { groupNames } from "./registry";

/** How many cases each group has, by its number, of all there are. */
export type GroupTotals = Readonly<Record<GroupName, number[]>>;

export function createGroupTotals(): GroupTotals {
  return ofEachGroup((): number[] => []);
}

/** Adds a case to the totals of its groups. @param by 1, or −1 before it is gone or another */
export function addToTotals(totals: GroupTotals, columns: Columns, key: number, by: 1 | -1): void {
  for (const name of groupNames) {
    const group = columns[name][key] ?? 0;
    totals[name][group] = (totals[name][group] ?? 0) + by;
  }
}
