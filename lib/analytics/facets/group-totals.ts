import type { Columns } from "../case-table/columns";
import { ofEachGroup, type GroupName } from "./facet-groups";
import { groupNames } from "./facet-entry";

/** The number of cases of each group, by its number. */
export type GroupTotals = Readonly<Record<GroupName, number[]>>;

export function createGroupTotals(): GroupTotals {
  return ofEachGroup((): number[] => []);
}

/** Counts the cases of each group, one column after the other. @param end one past the highest key */
export function countTotals(columns: Columns, end: number): GroupTotals {
  const { flags } = columns;
  return ofEachGroup((name) => {
    const groups = columns[name];
    let last = -1;
    for (let key = 0; key < end; key += 1) {
      if (flags[key] !== 0) last = Math.max(last, groups[key] ?? 0);
    }
    const counts = new Uint32Array(last + 1);
    for (let key = 0; key < end; key += 1) {
      if (flags[key] === 0) continue;
      const group = groups[key] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
    return Array.from(counts);
  });
}

/** Adds a case to its groups' totals. @param by 1, or −1 before it is removed or rewritten */
export function addToTotals(totals: GroupTotals, columns: Columns, key: number, by: 1 | -1): void {
  for (const name of groupNames) {
    const group = columns[name][key] ?? 0;
    totals[name][group] = (totals[name][group] ?? 0) + by;
  }
}
