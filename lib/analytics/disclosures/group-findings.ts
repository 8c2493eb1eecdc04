import { severityIn, type Severity } from "@/lib/domain/disclosures/severity";
import { placesOfChildren } from "../ask/list";
import type { Snapshot } from "../ask/snapshot";
import type { DisclosureValues } from "../case-table/disclosure-table";
import { isFound, type ChildTraits } from "../facets/child-traits";
import type { ChildFilter } from "../select/select-children";
import { nameOf, noName } from "../case-table/names";

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
  const { reviewer } = disclosures.integers;
  const undecided = new Uint32Array(combinations.values.length);
  const decided = new Map<number, Map<number, number>>();
  const all = { metric: null, to: null, ...filter };
  for (const place of placesOfChildren(cases, "disclosures", all)) {
    const code = codes[place] ?? 0;
    const of = reviewer[place] ?? noName;
    if (of === noName) undecided[code] = (undecided[code] ?? 0) + 1;
    else addOne(decided, code, of);
  }
  return combinations.values.flatMap(({ rule, status, review }, code) => {
    const group = { rule, status, review, severity: severityIn(severities, rule) };
    const alone = { ...group, reviewer: null, count: undecided[code] ?? 0 };
    return [
      ...(alone.count === 0 ? [] : [alone]),
      ...Array.from(decided.get(code) ?? [], ([of, count]) => ({
        ...{ ...group, count },
        reviewer: nameOf(names, of),
      })),
    ];
  });
}

/** Adds one to a count by two numbers. */
function addOne(counts: Map<number, Map<number, number>>, one: number, other: number): void {
  const own = counts.get(one) ?? new Map<number, number>();
  counts.set(one, own.set(other, (own.get(other) ?? 0) + 1));
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
