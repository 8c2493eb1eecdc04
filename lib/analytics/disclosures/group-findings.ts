import { severityIn, type Severity } from "@/lib/domain/disclosures/rule";
import { placesOfChildren } from "../ask/list";
import type { Snapshot } from "../ask/snapshot";
import type { DisclosureValues } from "../case-table/disclosure-table";
import { isFound, type ChildTraits } from "../facets/child-traits";
import type { ChildFilter } from "../select/select-children";

/** Findings that have the same of everything that a list of them can be filtered by, and how many they are. */
export type FindingGroup = Pick<DisclosureValues, "rule" | "status" | "review"> & {
  readonly severity: Severity;
  /** Public id of who took the latest decision; null: nobody did. */
  readonly reviewer: string | null;
  readonly count: number;
};

/** Counts the findings of some cases in one pass, so that each choice of a filter can say how many it leaves. */
export function groupFindings(
  cases: Pick<Snapshot, "table" | "selection" | "timeZone">,
  filter: Pick<ChildFilter, "on" | "traits">,
): readonly FindingGroup[] {
  const { disclosures, names, severities } = cases.table;
  const { codes, combinations } = disclosures.dimensionGroups.disclosures;
  const { reviewer } = disclosures.amounts;
  const size = names.values.length + 1;
  const counts = new Map<number, number>();
  for (const place of placesOfChildren(cases, "disclosures", {
    metric: null,
    to: null,
    ...filter,
  })) {
    const of = reviewer[place] ?? NaN;
    const key = (codes[place] ?? 0) * size + (Number.isNaN(of) ? 0 : of + 1);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, count]) => {
    const values = combinations.values[Math.floor(key / size)];
    if (values === undefined) return [];
    const { rule, status, review } = values;
    const severity = severityIn(severities, rule);
    return [
      { rule, status, review, severity, count, reviewer: names.values[(key % size) - 1] ?? null },
    ];
  });
}

type GroupTraits = Pick<ChildTraits, "rule" | "found" | "review" | "reviewer" | "severity">;

/** How many findings of some groups have certain traits. */
export function countGroups(groups: readonly FindingGroup[], traits: GroupTraits): number {
  const { rule, found, review, reviewer, severity } = traits;
  return groups
    .filter(
      (each) =>
        (rule ?? each.rule) === each.rule &&
        (found === undefined || isFound(each.status, found)) &&
        (review ?? each.review) === each.review &&
        (reviewer === undefined || reviewer === each.reviewer) &&
        (severity ?? each.severity) === each.severity,
    )
    .reduce((sum, { count }) => sum + count, 0);
}
