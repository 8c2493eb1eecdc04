import { outcomes } from "@/lib/domain/case/outcome";
import type { CaseTable } from "../case-table/case-table";
import { flatValues } from "../case-table/dictionary";
import { addUp, addUpEach, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import { evaluatorOf, groupOfFacet, ofEachGroup, type GroupName } from "./facet-groups";
import { groupNames } from "./facet-entry";
import { ofEachFacet, type FacetName } from "./registry";
import { failNumber, type Selection } from "../select/select-cases";

/** A facet's values that have any cases, in no order. */
export type FacetCount = readonly { readonly value: string; readonly count: number }[];
export type FacetCounts = Readonly<Record<FacetName, FacetCount>>;

/**
 * By value of each facet, the cases that would be left if it alone were chosen in its facet: those left now, and those
 * that fail only this facet.
 */
export function countFacets(table: CaseTable, selection: Selection): FacetCounts {
  return toFacetCounts(table, countValues(table, countGroups(table, selection)));
}

/** The same without any chosen value. */
export function facetsOf({ table, read }: CaseSet): FacetCounts {
  const outcome = read(outcomeCounts);
  return toFacetCounts(table, { ...read(valueCounts), outcome });
}

/** By facet the number of cases by value, and how many can be scored. */
type ValueCounts = Readonly<Record<FacetName | "scorable", Uint32Array>>;

const outcomeCounts: Aggregate<Uint32Array> = {
  name: "outcomes",
  dependsOn: ["cases"],
  of: ({ table, keys }) => countOutcomes(table, keys),
  merge: (_table, results) => addUp(results, new Uint32Array(outcomes.length)),
};

/** Of outcomes, which depend on `asOf`, those at the time of reading. */
const valueCounts: Aggregate<ValueCounts> = {
  name: "values of facets",
  dependsOn: [],
  of: ({ table, keys }) => countValues(table, { left: countKeys(table, keys), failing: new Map() }),
  merge: (table, results) => {
    const sized = (facet: FacetName) => new Uint32Array(namesOf(table, facet).length);
    return addUpEach(results, { ...ofEachFacet(sized), scorable: new Uint32Array(1) });
  },
};

function countValues(table: CaseTable, counts: GroupCounts): ValueCounts {
  const scored = sum(counts.left.scores, counts.failing.get("score"));
  return {
    ...ofEachFacet((facet) => sumValues(table, facet, counts)),
    scorable: Uint32Array.of(scored.reduce((one, other) => one + other, 0)),
  };
}

function toFacetCounts(table: CaseTable, counts: ValueCounts): FacetCounts {
  const counted = ofEachFacet((facet) => positive(namesOf(table, facet), counts[facet]));
  return { ...counted, score: withUnscored(table, counted.score, counts.scorable[0] ?? 0) };
}

function namesOf({ dictionaries }: CaseTable, facet: FacetName): readonly string[] {
  if (facet === "outcome") return outcomes;
  return flatValues(dictionaries[groupOfFacet[facet]], facet).names;
}

type GroupCounts = {
  readonly left: Readonly<Record<GroupName | "outcome", Uint32Array>>;
  /** Cases that fail one facet alone, by group; none where nothing is chosen in it. */
  readonly failing: ReadonlyMap<FacetName, Uint32Array>;
};

function countGroups(table: CaseTable, selection: Selection): GroupCounts {
  const { near, fails, failable } = selection;
  const left = countLeft(table, selection);
  const failing = new Map<FacetName, Uint32Array>();
  for (const facet of failable) {
    const name = facet === "outcome" ? facet : groupOfFacet[facet];
    const counts = new Uint32Array(left[name].length);
    countFailing({ near, fails }, failNumber(facet), table.columns[name], counts);
    failing.set(facet, counts);
  }
  return { left, failing };
}

function countFailing(
  { near, fails }: Pick<Selection, "near" | "fails">,
  number: number,
  groups: Uint32Array | Uint8Array,
  counts: Uint32Array,
): void {
  for (let index = 0; index < near.length; index += 1) {
    const key = near[index] ?? 0;
    const group = groups[key] ?? 0;
    counts[group] = (counts[group] ?? 0) + Number(fails[key] === number);
  }
}

/** Those left; or all minus those that are not: whichever are fewer. */
function countLeft(table: CaseTable, { keys, fails }: Selection): GroupCounts["left"] {
  if (2 * keys.length <= table.count) return countKeys(table, keys);
  const others = countKeys(table, keysWithout(table, keys, fails));
  const left = (name: GroupName) =>
    others[name].map((count, group) => (table.totals[name][group] ?? 0) - count);
  return { outcome: countOutcomes(table, keys), ...ofEachGroup(left) };
}

function keysWithout(table: CaseTable, left: Uint32Array, fails: Uint8Array): Uint32Array {
  const keys = new Uint32Array(table.count - left.length + 1);
  if (keys.length === 1) return keys.subarray(1);
  const { flags } = table.columns;
  let count = 0;
  for (let key = 0; key < fails.length; key += 1) {
    keys[count] = key;
    count += Number(fails[key] !== 0) & Number(flags[key] !== 0);
  }
  return keys.subarray(0, count);
}

function countOutcomes({ columns }: CaseTable, keys: Uint32Array): Uint32Array {
  const counts = new Uint32Array(outcomes.length);
  for (let index = 0; index < keys.length; index += 1) {
    add(counts, columns.outcome[keys[index] ?? 0] ?? 0);
  }
  return counts;
}

/** Keys per block: few enough to stay in the cache while column after column is read. */
const keysAtOnce = 4096;

function countKeys(table: CaseTable, keys: Uint32Array): GroupCounts["left"] {
  const { columns, dictionaries } = table;
  const counted = [
    { column: columns.outcome, counts: new Uint32Array(outcomes.length) },
    ...groupNames.map((name) => ({
      column: columns[name],
      counts: new Uint32Array(dictionaries[name].size),
    })),
  ];
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    const some = keys.subarray(from, from + keysAtOnce);
    for (const { column, counts } of counted) addGroups(column, some, counts);
  }
  const [outcome = new Uint32Array(0), ...groups] = counted.map(({ counts }) => counts);
  const ofGroup = (name: GroupName) => groups[groupNames.indexOf(name)] ?? new Uint32Array(0);
  return { outcome, ...ofEachGroup(ofGroup) };
}

function addGroups(column: Uint32Array | Uint8Array, keys: Uint32Array, counts: Uint32Array): void {
  for (let index = 0; index < keys.length; index += 1) add(counts, column[keys[index] ?? 0] ?? 0);
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** From counts of groups to counts of values. */
function sumValues(table: CaseTable, facet: FacetName, counts: GroupCounts): Uint32Array {
  const name = facet === "outcome" ? facet : groupOfFacet[facet];
  const groups = sum(counts.left[name], counts.failing.get(facet));
  if (name === "outcome" || facet === "outcome") return groups;
  const { starts, numbers } = flatValues(table.dictionaries[name], facet);
  const sums = new Uint32Array(namesOf(table, facet).length);
  for (let group = 0; group < groups.length; group += 1) {
    const count = groups[group] ?? 0;
    if (count === 0) continue;
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      const number = numbers[at] ?? 0;
      sums[number] = (sums[number] ?? 0) + count;
    }
  }
  return sums;
}

/** Adds the cases that an evaluator never scored: those that have none of its values. @param all cases */
function withUnscored({ evaluators }: CaseTable, scored: FacetCount, all: number): FacetCount {
  const missing = [...evaluators].map((name) => {
    const own = scored.filter(({ value }) => evaluatorOf(value) === name);
    return { value: `${name}:none`, count: own.reduce((left, { count }) => left - count, all) };
  });
  return [...scored, ...missing.filter(({ count }) => count > 0)];
}

function sum(one: Uint32Array, other: Uint32Array | undefined): Uint32Array {
  if (other === undefined) return one;
  return one.map((count, index) => count + (other[index] ?? 0));
}

function positive(names: readonly string[], counts: Uint32Array): FacetCount {
  const found: { value: string; count: number }[] = [];
  for (let number = 0; number < counts.length; number += 1) {
    const count = counts[number] ?? 0;
    if (count > 0) found.push({ value: names[number] ?? "", count });
  }
  return found;
}
