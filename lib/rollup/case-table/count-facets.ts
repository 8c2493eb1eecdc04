import { outcomes } from "@/lib/domain/outcome";
import type { FacetName } from "../case-facets";
import type { CaseTable } from "./case-table";
import { evaluatorOf, groupingOf, type GroupingName, type RowFacet } from "./facet-groups";
import { failNumber, type Selection } from "./select-cases";

/** A facet's values that have any cases, in no order. */
export type FacetCount = readonly { readonly value: string; readonly count: number }[];
export type FacetCounts = Readonly<Record<FacetName, FacetCount>>;

/**
 * For each value of each facet, the cases that would be left if it alone were chosen in its facet:
 * those that are left now, and those that fail nothing but this facet.
 */
export function countFacets(table: CaseTable, selection: Selection): FacetCounts {
  const counts = countGroups(table, selection);
  const of = (facet: RowFacet) => sumValues(table, facet, counts);
  return {
    channel: of("channel"),
    outcome: positive(outcomes, sum(counts.left.outcome, counts.failing.get("outcome"))),
    first: of("first"),
    path: of("path"),
    switch: of("switch"),
    handoff: of("handoff"),
    evidence: of("evidence"),
    type: of("type"),
    intent: of("intent"),
    agents: of("agents"),
    risk: of("risk"),
    score: withUnscored(table, of("score"), counts),
    release: of("release"),
    region: of("region"),
    rating: of("rating"),
    last: of("last"),
    prompt: of("prompt"),
    firstPrompt: of("firstPrompt"),
    firstRelease: of("firstRelease"),
    pause: of("pause"),
  };
}

type GroupCounts = {
  /** Cases that are left, by group. */
  readonly left: Readonly<Record<GroupingName | "outcome", Uint32Array>>;
  /** Cases that fail one facet alone, by group; none where nothing is chosen in the facet. */
  readonly failing: ReadonlyMap<FacetName, Uint32Array>;
};

function countGroups(table: CaseTable, { keys, fails, failable }: Selection): GroupCounts {
  const left = countLeft(table, keys);
  const failing = new Map<FacetName, Uint32Array>();
  for (const facet of failable) {
    const name = facet === "outcome" ? facet : groupingOf[facet];
    const counts = new Uint32Array(left[name].length);
    countFailing(fails, failNumber(facet), table.columns[name], counts);
    failing.set(facet, counts);
  }
  return { left, failing };
}

function countFailing(
  fails: Uint8Array,
  number: number,
  groups: Uint32Array | Uint8Array,
  counts: Uint32Array,
): void {
  for (let key = 0; key < fails.length; key += 1) {
    const group = groups[key] ?? 0;
    counts[group] = (counts[group] ?? 0) + Number(fails[key] === number);
  }
}

/** All columns in one pass: at a million cases, reading them is what costs. */
function countLeft(table: CaseTable, keys: Uint32Array): GroupCounts["left"] {
  const { outcome, journey, moves, traits, type, scores, releases, verdicts, prompts, pauses } =
    table.columns;
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
  }
  return left;
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** From groups to the values that they have. */
function sumValues(table: CaseTable, facet: RowFacet, counts: GroupCounts): FacetCount {
  const name = groupingOf[facet];
  const known = table.dictionaries[name].facets.get(facet);
  if (known === undefined) return [];
  const groups = sum(counts.left[name], counts.failing.get(facet));
  const sums = new Uint32Array(known.names.length);
  for (let group = 0; group < groups.length; group += 1) {
    const count = groups[group] ?? 0;
    if (count === 0) continue;
    for (const number of known.ofGroup[group] ?? []) sums[number] = (sums[number] ?? 0) + count;
  }
  return positive(known.names, sums);
}

/** Adds the cases that an evaluator never scored: those that have none of its values. */
function withUnscored(table: CaseTable, scored: FacetCount, counts: GroupCounts): FacetCount {
  const all = sum(counts.left.scores, counts.failing.get("score")).reduce(
    (one, other) => one + other,
    0,
  );
  const missing = [...table.evaluators].map((name) => {
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
