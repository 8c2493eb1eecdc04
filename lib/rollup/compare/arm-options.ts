import { isResolved, outcomes } from "@/lib/domain/outcome";
import { unsaid, type FacetName } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import { flatValues, type Dictionary } from "../case-table/dictionary";
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

const matureOutcomes = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));

/** Whether a case is old enough to judge. */
export function isMature({ columns }: CaseTable, key: number): boolean {
  return matureOutcomes[columns.outcome[key] ?? 0] === 1;
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
  const own = emptyCounts(known.names.length);
  const { starts, numbers } = flatValues(known);
  for (let group = 0; group < groups.cases.length; group += 1) {
    const cases = groups.cases[group] ?? 0;
    if (cases === 0) continue;
    const [firstUs = NaN, lastUs = NaN] = [groups.firstUs[group], groups.lastUs[group]];
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      const number = numbers[at] ?? 0;
      own.cases[number] = (own.cases[number] ?? 0) + cases;
      if (firstUs < (own.firstUs[number] ?? NaN)) own.firstUs[number] = firstUs;
      if (lastUs > (own.lastUs[number] ?? NaN)) own.lastUs[number] = lastUs;
    }
  }
  return known.names
    .map((name, at) => ({
      name,
      cases: own.cases[at] ?? 0,
      firstUs: own.firstUs[at] ?? Infinity,
      lastUs: own.lastUs[at] ?? -Infinity,
    }))
    .filter(({ name, cases }) => name !== unsaid && cases > 0)
    .sort((one, other) => other.cases - one.cases || (one.name < other.name ? -1 : 1));
}

/** How many cases, and when the first and the last of them were opened. */
type CaseCounts = {
  readonly cases: Uint32Array;
  readonly firstUs: Float64Array;
  readonly lastUs: Float64Array;
};

function emptyCounts(size: number): CaseCounts {
  return {
    cases: new Uint32Array(size),
    firstUs: new Float64Array(size).fill(Infinity),
    lastUs: new Float64Array(size).fill(-Infinity),
  };
}

/** The cases old enough to judge, by group of a facet. */
function countGroups(table: CaseTable, keys: Uint32Array, facet: RowFacet): CaseCounts {
  const { column, dictionary } = groupsOf(table, facet);
  const counts = emptyCounts(dictionary.values.length);
  const { cases, firstUs, lastUs } = counts;
  const { openedUs, outcome } = table.columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (matureOutcomes[outcome[key] ?? 0] !== 1) continue;
    const group = column[key] ?? 0;
    const opened = openedUs[key] ?? NaN;
    cases[group] = (cases[group] ?? 0) + 1;
    if (opened < (firstUs[group] ?? NaN)) firstUs[group] = opened;
    if (opened > (lastUs[group] ?? NaN)) lastUs[group] = opened;
  }
  return counts;
}
