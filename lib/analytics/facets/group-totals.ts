import type { Columns } from "../case-table/columns";
import type { Dictionary } from "../case-table/dictionary";
import { ofEachGroup, type GroupName } from "./facet-groups";
import { groupNames } from "./facet-entry";

/** The number of cases of each group, by its number. */
export type GroupTotals = Readonly<Record<GroupName, number[]>>;

export function createGroupTotals(): GroupTotals {
  return ofEachGroup((): number[] => []);
}

/** The groups of a table's cases, and one past the highest key. */
type NumberedCases = {
  readonly dictionaries: Readonly<Record<GroupName, Dictionary>>;
  readonly end: number;
};

/**
 * Counts the cases of each group, one column after the other.
 * @param columns those of the table of the cases, or of a view of it
 */
export function countTotals(columns: Columns, { dictionaries, end }: NumberedCases): GroupTotals {
  const { flags } = columns;
  return ofEachGroup((name) => {
    const groups = columns[name];
    const counts = new Uint32Array(dictionaries[name].size);
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
