import { outcomes } from "@/lib/domain/outcome";
import { facetNames, type FacetName } from "../case-facets";
import type { CaseTable } from "./case-table";
import {
  completeValues,
  groupings,
  groupingNames,
  type GroupingName,
  type RowFacet,
} from "./facet-groups";
import type { Selection } from "./select-cases";

export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/**
 * For each value of each facet, the cases that would be left if it alone were chosen in its facet:
 * those that are left now, and those that fail nothing but this facet. Values without any are absent.
 */
export function countFacets(table: CaseTable, selection: Selection): FacetCounts {
  const { near, fails } = selection;
  const counts = new Map<FacetName, ReadonlyMap<string, number>>();
  const byOutcome = countGroups(near, fails, table.columns.outcome, outcomes.length, ["outcome"]);
  counts.set(
    "outcome",
    new Map(positive(outcomes.map((each, group) => [each, byOutcome(group, 0)]))),
  );
  for (const name of groupingNames) countGrouping(table, selection, name, counts);
  const of = (facet: FacetName) => counts.get(facet) ?? new Map<string, number>();
  return {
    channel: of("channel"),
    outcome: of("outcome"),
    path: of("path"),
    switch: of("switch"),
    handoff: of("handoff"),
    evidence: of("evidence"),
    type: of("type"),
    agents: of("agents"),
    risk: of("risk"),
    score: of("score"),
    release: of("release"),
  };
}

function countGrouping(
  table: CaseTable,
  { near, fails }: Selection,
  name: GroupingName,
  counts: Map<FacetName, ReadonlyMap<string, number>>,
): void {
  const { values } = table.dictionaries[name];
  const { facets } = groupings[name];
  const countOf = countGroups(near, fails, table.columns[name], values.length, facets);
  const evaluators = [...table.evaluators];
  facets.forEach((facet: RowFacet, index) => {
    const sums = new Map<string, number>();
    values.forEach((each, group) => {
      const count = countOf(group, index);
      if (count === 0) return;
      for (const value of completeValues(facet, each, evaluators)) {
        sums.set(value, (sums.get(value) ?? 0) + count);
      }
    });
    counts.set(facet, sums);
  });
}

/** Counts cases by group in one pass. @returns a group's cases under the facet at an index of `facets` */
function countGroups(
  near: Uint32Array,
  fails: Uint8Array,
  groups: Uint32Array | Uint8Array,
  groupCount: number,
  facets: readonly FacetName[],
): (group: number, index: number) => number {
  // Row 0: cases that are left; rows 1…: cases that fail the facet alone; the last: other cases.
  const rowOf = new Uint8Array(256).fill(facets.length + 1);
  rowOf[0] = 0;
  facets.forEach((facet, index) => {
    rowOf[facetNames.indexOf(facet) + 1] = index + 1;
  });
  const counts = new Uint32Array(groupCount * (facets.length + 2));
  for (const key of near) {
    const at = (rowOf[fails[key] ?? 0] ?? 0) * groupCount + (groups[key] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return (group, index) => (counts[group] ?? 0) + (counts[(index + 1) * groupCount + group] ?? 0);
}

function positive(counts: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  return counts.filter(([, count]) => count > 0);
}
