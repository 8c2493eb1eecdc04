import { outcomes } from "@/lib/domain/case/outcome";
import type { FacetName } from "./case-facets";
import type { CaseTable } from "../case-table/case-table";
import { flatValues } from "../case-table/dictionary";
import { addUp, addUpEach, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import { evaluatorOf, groupingOf, type GroupingName } from "./facet-groups";
import { failNumber, type Selection } from "../select/select-cases";

/** A facet's values that have any cases, in no order. */
export type FacetCount = readonly { readonly value: string; readonly count: number }[];
export type FacetCounts = Readonly<Record<FacetName, FacetCount>>;

/**
 * For each value of each facet, the cases that would be left if it alone were chosen in its facet:
 * those that are left now, and those that fail nothing but this facet.
 */
export function countFacets(table: CaseTable, selection: Selection): FacetCounts {
  return tellCounts(table, countValues(table, countGroups(table, selection)));
}

/** The same of cases of which no facet leaves any out. */
export function facetsOf({ table, read }: CaseSet): FacetCounts {
  const outcome = read(outcomeCounts);
  return tellCounts(table, { ...read(valueCounts), outcome });
}

/** Of each facet something. */
function ofFacets<Value>(of: (facet: FacetName) => Value): Readonly<Record<FacetName, Value>> {
  return {
    channel: of("channel"),
    outcome: of("outcome"),
    first: of("first"),
    path: of("path"),
    switch: of("switch"),
    handoff: of("handoff"),
    evidence: of("evidence"),
    type: of("type"),
    intent: of("intent"),
    agents: of("agents"),
    risk: of("risk"),
    score: of("score"),
    release: of("release"),
    region: of("region"),
    team: of("team"),
    rating: of("rating"),
    last: of("last"),
    prompt: of("prompt"),
    firstPrompt: of("firstPrompt"),
    firstRelease: of("firstRelease"),
    pause: of("pause"),
  };
}

/** By facet how many cases have each value, by its number; and how many there are in all of those that could be scored. */
type ValueCounts = Readonly<Record<FacetName | "scorable", Uint32Array>>;

const outcomeCounts: Aggregate<Uint32Array> = {
  name: "outcomes",
  asks: ["cases"],
  of: ({ table, keys }) => countOutcomes(table, keys),
  merge: (_table, parts) => addUp(parts, new Uint32Array(outcomes.length)),
};

/** Of outcomes, which change as time goes by, those that were when it was read. */
const valueCounts: Aggregate<ValueCounts> = {
  name: "values of facets",
  asks: [],
  of: ({ table, keys }) => countValues(table, { left: countKeys(table, keys), failing: new Map() }),
  merge: (table, parts) => {
    const sized = (facet: FacetName) => new Uint32Array(namesOf(table, facet).length);
    return addUpEach(parts, { ...ofFacets(sized), scorable: new Uint32Array(1) });
  },
};

function countValues(table: CaseTable, counts: GroupCounts): ValueCounts {
  const scored = sum(counts.left.scores, counts.failing.get("score"));
  return {
    ...ofFacets((facet) => sumValues(table, facet, counts)),
    scorable: Uint32Array.of(scored.reduce((one, other) => one + other, 0)),
  };
}

function tellCounts(table: CaseTable, counts: ValueCounts): FacetCounts {
  const told = ofFacets((facet) => positive(namesOf(table, facet), counts[facet]));
  return { ...told, score: withUnscored(table, told.score, counts.scorable[0] ?? 0) };
}

/** A facet's values, by number. */
function namesOf({ dictionaries }: CaseTable, facet: FacetName): readonly string[] {
  if (facet === "outcome") return outcomes;
  return dictionaries[groupingOf[facet]].facets.get(facet)?.names ?? [];
}

type GroupCounts = {
  /** Cases that are left, by group. */
  readonly left: Readonly<Record<GroupingName | "outcome", Uint32Array>>;
  /** Cases that fail one facet alone, by group; none where nothing is chosen in the facet. */
  readonly failing: ReadonlyMap<FacetName, Uint32Array>;
};

function countGroups(table: CaseTable, selection: Selection): GroupCounts {
  const { near, fails, failable } = selection;
  const left = countLeft(table, selection);
  const failing = new Map<FacetName, Uint32Array>();
  for (const facet of failable) {
    const name = facet === "outcome" ? facet : groupingOf[facet];
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

/** Those that are left; or where these are most, all less those that are not: whichever are fewer. */
function countLeft(table: CaseTable, { keys, fails }: Selection): GroupCounts["left"] {
  if (2 * keys.length <= table.count) return countKeys(table, keys);
  const others = countKeys(table, keysWithout(table, keys, fails));
  const left = (name: GroupingName) =>
    others[name].map((count, group) => (table.totals[name][group] ?? 0) - count);
  return {
    outcome: countOutcomes(table, keys),
    journey: left("journey"),
    moves: left("moves"),
    traits: left("traits"),
    type: left("type"),
    scores: left("scores"),
    releases: left("releases"),
    verdicts: left("verdicts"),
    prompts: left("prompts"),
    pauses: left("pauses"),
    teams: left("teams"),
  };
}

/** Keys of the cases that are not among those left. */
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

/** All columns in one pass: at a million cases, reading them is what costs. */
function countKeys(table: CaseTable, keys: Uint32Array): GroupCounts["left"] {
  const {
    outcome,
    journey,
    moves,
    traits,
    type,
    scores,
    releases,
    verdicts,
    prompts,
    pauses,
    teams,
  } = table.columns;
  const sized = (name: GroupingName) => new Uint32Array(table.dictionaries[name].values.length);
  const left = {
    outcome: new Uint32Array(outcomes.length),
    journey: sized("journey"),
    moves: sized("moves"),
    traits: sized("traits"),
    type: sized("type"),
    scores: sized("scores"),
    releases: sized("releases"),
    verdicts: sized("verdicts"),
    prompts: sized("prompts"),
    pauses: sized("pauses"),
    teams: sized("teams"),
  };
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    add(left.outcome, outcome[key] ?? 0);
    add(left.journey, journey[key] ?? 0);
    add(left.moves, moves[key] ?? 0);
    add(left.traits, traits[key] ?? 0);
    add(left.type, type[key] ?? 0);
    add(left.scores, scores[key] ?? 0);
    add(left.releases, releases[key] ?? 0);
    add(left.verdicts, verdicts[key] ?? 0);
    add(left.prompts, prompts[key] ?? 0);
    add(left.pauses, pauses[key] ?? 0);
    add(left.teams, teams[key] ?? 0);
  }
  return left;
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** From groups to the values that they have. */
function sumValues(table: CaseTable, facet: FacetName, counts: GroupCounts): Uint32Array {
  const name = facet === "outcome" ? facet : groupingOf[facet];
  const groups = sum(counts.left[name], counts.failing.get(facet));
  if (name === "outcome" || facet === "outcome") return groups;
  const { starts, numbers } = flatValues(table.dictionaries[name].facets.get(facet));
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
  return names.flatMap((value, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ value, count }];
  });
}
