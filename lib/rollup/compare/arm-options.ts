import { isResolved, outcomes } from "@/lib/domain/outcome";
import { unsaid, type FacetName } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { Dictionary } from "../case-table/dictionary";
import { groupingOf, type RowFacet } from "../case-table/facet-groups";

/** What is compared: versions of prompts, or releases. */
export const armKinds = ["prompt", "release"] as const;
export type ArmKind = (typeof armKinds)[number];

/** The facet of what a case met first, by which it is counted: of each prompt's template, and of releases. */
export const firstFacet = {
  prompt: "firstPrompt",
  release: "firstRelease",
} as const satisfies Readonly<Record<ArmKind, FacetName>>;

/** A version that cases met first, and when. */
export type ArmOption = {
  readonly name: string;
  /** Those old enough to judge. */
  readonly cases: number;
  /** When the first and the last of these were opened, microseconds since 1970. */
  readonly firstUs: number;
  readonly lastUs: number;
};

/** Groups of cases that have the same in a facet, and those values. */
export function groupsOf(
  { columns, dictionaries }: CaseTable,
  facet: RowFacet,
): { readonly column: Uint32Array; readonly dictionary: Dictionary } {
  const grouping = groupingOf[facet];
  return { column: columns[grouping], dictionary: dictionaries[grouping] };
}

const matureOutcomes = outcomes.map((each) => isResolved(each) !== null);

/** Whether a case is old enough to judge. */
export function isMature({ columns }: CaseTable, key: number): boolean {
  return matureOutcomes[columns.outcome[key] ?? 0] === true;
}

/** What there is to compare among some cases, the most cases first. */
export function armOptions(
  table: CaseTable,
  keys: Uint32Array,
  kind: ArmKind,
): readonly ArmOption[] {
  const facet = firstFacet[kind];
  const known = groupsOf(table, facet).dictionary.facets.get(facet);
  if (known === undefined) return [];
  const groups = countGroups(table, keys, facet);
  const options = known.names.map((name) => ({
    ...{ name, cases: 0, firstUs: Infinity, lastUs: -Infinity },
  }));
  known.ofGroup.forEach((numbers, group) => {
    for (const number of numbers) {
      const option = options[number];
      if (option === undefined) continue;
      option.cases += groups.counts[group] ?? 0;
      option.firstUs = Math.min(option.firstUs, groups.firstUs[group] ?? Infinity);
      option.lastUs = Math.max(option.lastUs, groups.lastUs[group] ?? -Infinity);
    }
  });
  return options
    .filter(({ name, cases }) => name !== unsaid && cases > 0)
    .sort((one, other) => other.cases - one.cases || (one.name < other.name ? -1 : 1));
}

function countGroups(table: CaseTable, keys: Uint32Array, facet: RowFacet) {
  const { column, dictionary } = groupsOf(table, facet);
  const size = dictionary.values.length;
  const counts = new Uint32Array(size);
  const firstUs = new Float64Array(size).fill(Infinity);
  const lastUs = new Float64Array(size).fill(-Infinity);
  const { openedUs } = table.columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (!isMature(table, key)) continue;
    const group = column[key] ?? 0;
    const opened = openedUs[key] ?? NaN;
    counts[group] = (counts[group] ?? 0) + 1;
    if (opened < (firstUs[group] ?? NaN)) firstUs[group] = opened;
    if (opened > (lastUs[group] ?? NaN)) lastUs[group] = opened;
  }
  return { counts, firstUs, lastUs };
}
