import { outcomes } from "@/lib/domain/case/outcome";
import { facetNames, type FacetName } from "../facets/registry";
import type { MetricChoice } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { codesIn } from "../metrics/places";
import { dimensionGroupOf, entityOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { flags } from "../case-table/columns";
import { flatValues, valuesOf } from "../case-table/dictionary";
import { completeScores, groupOfFacet } from "../facets/facet-groups";

export type CaseFilter = {
  /** Values within a facet are alternatives; an empty facet filters nothing. */
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  /** Opened from the first instant until before the second; null: any. */
  readonly period: { readonly fromUs: number; readonly toUs: number } | null;
  /** One entry per key below the table's end, 1 where the case matches; null: any. */
  readonly matches: Uint8Array | null;
  /** Cases in a subset of a metric only; null: any. */
  readonly metric: MetricChoice | null;
};

/**
 * The result of a filter. `fails` holds, by key: 0 where the case passes, the number of the facet (from 1, as in
 * `facetNames`) where it fails that one alone, and else `outside`.
 */
export type Selection = {
  readonly fails: Uint8Array;
  /** Keys of the cases that are left, ascending. */
  readonly keys: Uint32Array;
  /** Keys of the cases that fail one facet alone, ascending. */
  readonly near: Uint32Array;
  /** Facets that cases can fail: those in which something is chosen. */
  readonly failable: readonly FacetName[];
};

const outside = 255;

/** Applies a filter to every case: one pass for each condition. */
export function selectCases(table: CaseTable, filter: CaseFilter): Selection {
  const fails = new Uint8Array(table.end);
  failOutside(table, filter, fails);
  if (filter.metric !== null) failMetric(table, filter.metric, fails);
  const failable = facetNames.filter((facet) => filter.facets[facet].length > 0);
  for (const facet of failable) failFacet(table, filter, facet, fails);
  return { fails, failable, ...keysLeft(table, { fails, failable }) };
}

/** The value in `fails` of a case that fails a facet alone. */
export function failNumber(facet: FacetName): number {
  return facetNames.indexOf(facet) + 1;
}

/** Branch-free: a mispredicted branch costs more than counting both. */
function failOutside(table: CaseTable, { period, matches }: CaseFilter, fails: Uint8Array): void {
  fails.set(absentOf(table));
  if (matches !== null) {
    for (let key = 0; key < fails.length; key += 1) {
      fails[key] = (fails[key] ?? 0) | (outside * Number(matches[key] !== 1));
    }
  }
  if (period === null) return;
  const { openedUs } = table.columns;
  const { fromUs, toUs } = period;
  for (let key = 0; key < fails.length; key += 1) {
    const opened = openedUs[key] ?? NaN;
    const isInside = Number(opened >= fromUs) & Number(opened < toUs);
    fails[key] = (fails[key] ?? 0) | (outside * (1 - isInside));
  }
}

/** A look-up by group instead of branches, as for facets. */
function failMetric(table: CaseTable, { id, subset }: MetricChoice, fails: Uint8Array): void {
  const metric = findMetric(id);
  if (metric === null || entityOf[metric.counts] !== "cases") {
    fails.fill(outside);
    return;
  }
  const outsideOf = codesIn(table, metric, subset).map((isIn) => outside * (1 - isIn));
  const { codes } = dimensionGroupOf(table, metric.counts);
  for (let key = 0; key < fails.length; key += 1) {
    fails[key] = (fails[key] ?? 0) | (outsideOf[codes[key] ?? 0] ?? outside);
  }
}

type Absent = { readonly version: number; readonly bits: Uint8Array };
const absent = new WeakMap<CaseTable, Absent>();

/** Keys without a case: the start of every filter, until a case is added or removed. */
function absentOf(table: CaseTable): Uint8Array {
  const { columns, end, version } = table;
  const known = absent.get(table);
  if (known?.version === version) return known.bits;
  const bits = new Uint8Array(end);
  for (let key = 0; key < end; key += 1) {
    if (((columns.flags[key] ?? 0) & flags.present) === 0) bits[key] = outside;
  }
  absent.set(table, { version, bits });
  return bits;
}

function failFacet(
  table: CaseTable,
  { facets }: CaseFilter,
  facet: FacetName,
  fails: Uint8Array,
): void {
  const allowed = allowedGroups(table, facet, new Set(facets[facet]));
  const groups = facet === "outcome" ? table.columns.outcome : table.columns[groupOfFacet[facet]];
  // A look-up instead of branches, which would be unpredictable.
  const next = new Uint8Array(512).fill(outside);
  for (let failed = 0; failed <= outside; failed += 1) next[failed * 2 + 1] = failed;
  next[0] = failNumber(facet);
  for (let key = 0; key < fails.length; key += 1) {
    fails[key] = next[(fails[key] ?? 0) * 2 + (allowed[groups[key] ?? 0] ?? 0)] ?? outside;
  }
}

/** By group: 1 where it has one of the chosen values. */
function allowedGroups(
  table: CaseTable,
  facet: FacetName,
  chosen: ReadonlySet<string>,
): Uint8Array {
  if (facet === "outcome") return Uint8Array.from(outcomes, (each) => (chosen.has(each) ? 1 : 0));
  const dictionary = table.dictionaries[groupOfFacet[facet]];
  const allowed = new Uint8Array(dictionary.size);
  if (facet === "score") {
    const evaluators = [...table.evaluators];
    return allowed.map((_, group) => {
      const all = completeScores(valuesOf(dictionary, facet, group), evaluators);
      return Number(all.some((value) => chosen.has(value)));
    });
  }
  const { names, starts, numbers } = flatValues(dictionary, facet);
  const isChosen = Uint8Array.from(names, (name) => Number(chosen.has(name)));
  for (let group = 0; group < allowed.length; group += 1) {
    const end = starts[group + 1] ?? 0;
    let isAllowed = 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      isAllowed |= isChosen[numbers[at] ?? 0] ?? 0;
    }
    allowed[group] = isAllowed;
  }
  return allowed;
}

/** Keys of the cases that are left, and of those that one facet alone leaves out. */
function keysLeft(
  table: CaseTable,
  { fails, failable }: Pick<Selection, "fails" | "failable">,
): Pick<Selection, "keys" | "near"> {
  const { keys, near } = roomFor(table);
  let [left, alone] = [0, 0];
  // Branch-free: always written, kept where it counts.
  if (failable.length === 0) {
    for (let key = 0; key < fails.length; key += 1) {
      keys[left] = key;
      left += Number(fails[key] === 0);
    }
  } else {
    for (let key = 0; key < fails.length; key += 1) {
      const failed = fails[key] ?? 0;
      keys[left] = key;
      near[alone] = key;
      left += Number(failed === 0);
      alone += Number(failed !== 0) & Number(failed !== outside);
    }
  }
  return { keys: keys.slice(0, left), near: near.slice(0, alone) };
}

/** Results are copied out of here: allocating a million keys costs as much as filling them. */
type Room = { readonly keys: Uint32Array; readonly near: Uint32Array };
const rooms = new WeakMap<CaseTable, Room>();

function roomFor(table: CaseTable): Room {
  const whole = table.whole ?? table;
  const last = rooms.get(whole);
  // One more: the last is written before it is known not to count.
  const size = table.columns.capacity + 1;
  if (last?.keys.length === size) return last;
  const room = { keys: new Uint32Array(size), near: new Uint32Array(size) };
  rooms.set(whole, room);
  return room;
}
