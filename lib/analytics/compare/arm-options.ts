import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { MISSING } from "../facets/case-facets";
import type { FacetName } from "../facets/registry";
import type { CaseTable } from "../case-table/case-table";
import { flatValues, type Dictionary } from "../case-table/dictionary";
import { groupOfFacet, type RowFacet } from "../facets/facet-groups";
import type { Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";

/** What is compared: versions of prompts, or releases. */
export const armKinds = ["prompt", "release"] as const;
export type ArmKind = (typeof armKinds)[number];

/** The facet of the version that a case met first: of each prompt's template, and of releases. */
export const firstFacet = {
  prompt: "firstPrompt",
  release: "firstRelease",
} as const satisfies Readonly<Record<ArmKind, FacetName>>;

/** A version that cases met first, with their period. */
export type ArmOption = {
  readonly name: string;
  /** Those that are mature. */
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
  const grouping = groupOfFacet[facet];
  return { column: columns[grouping], dictionary: dictionaries[grouping] };
}

const matureOutcomes = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));

/** Whether a case is mature. */
export function isMature({ columns }: CaseTable, key: number): boolean {
  return matureOutcomes[columns.outcome[key] ?? 0] === 1;
}

/** The versions to choose from among some cases, the most cases first. */
export function armOptions({ table, read }: CaseSet, kind: ArmKind): readonly ArmOption[] {
  const facet = firstFacet[kind];
  const { cases, firstUs, lastUs } = read(versionCounts[kind]);
  return namesOf(table, facet)
    .map((name, at) => ({
      name,
      cases: cases[at] ?? 0,
      firstUs: firstUs[at] ?? Infinity,
      lastUs: lastUs[at] ?? -Infinity,
    }))
    .filter(({ name, cases }) => name !== MISSING && cases > 0)
    .sort((one, other) => other.cases - one.cases || (one.name < other.name ? -1 : 1));
}

/** A facet's values, by number; they are only ever appended. */
export function namesOf(table: CaseTable, facet: RowFacet): readonly string[] {
  return flatValues(groupsOf(table, facet).dictionary, facet).names;
}

/** By version: how many cases, and when the first and the last of them were opened. */
const versionCounts = {
  prompt: countsBy(firstFacet.prompt),
  release: countsBy(firstFacet.release),
} as const satisfies Readonly<Record<ArmKind, Aggregate<CaseCounts>>>;

function countsBy(facet: RowFacet): Aggregate<CaseCounts> {
  return {
    name: `versions by ${facet}`,
    dependsOn: ["cases"],
    of: ({ table, keys }) => countVersions(table, keys, facet),
    merge: (table, results) => {
      const all = emptyCounts(namesOf(table, facet).length);
      for (const result of results) {
        result.cases.forEach((count, at) => {
          addCounts(all, at, count, result.firstUs[at] ?? NaN, result.lastUs[at] ?? NaN);
        });
      }
      return all;
    },
  };
}

function addCounts(
  { cases, firstUs, lastUs }: CaseCounts,
  at: number,
  count: number,
  fromUs: number,
  untilUs: number,
): void {
  cases[at] = (cases[at] ?? 0) + count;
  if (fromUs < (firstUs[at] ?? NaN)) firstUs[at] = fromUs;
  if (untilUs > (lastUs[at] ?? NaN)) lastUs[at] = untilUs;
}

function countVersions(table: CaseTable, keys: Uint32Array, facet: RowFacet): CaseCounts {
  const groups = countGroups(table, keys, facet);
  const own = emptyCounts(namesOf(table, facet).length);
  const { starts, numbers } = flatValues(groupsOf(table, facet).dictionary, facet);
  for (let group = 0; group < groups.cases.length; group += 1) {
    const cases = groups.cases[group] ?? 0;
    if (cases === 0) continue;
    const [firstUs = NaN, lastUs = NaN] = [groups.firstUs[group], groups.lastUs[group]];
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      addCounts(own, numbers[at] ?? 0, cases, firstUs, lastUs);
    }
  }
  return own;
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

function countGroups(table: CaseTable, keys: Uint32Array, facet: RowFacet): CaseCounts {
  const { column, dictionary } = groupsOf(table, facet);
  const counts = emptyCounts(dictionary.size);
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
