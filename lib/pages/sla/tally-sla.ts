import { slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { unsaid } from "@/lib/analytics/facets/case-facets";
import type { CaseTable } from "@/lib/analytics/case-table/case-table";
import { orderRange } from "@/lib/analytics/select/order-range";

/** Cases of one type, or that begin on one channel: how many were closed in time, of those that count. */
export type SlaGroup = { readonly value: string; readonly rate: Proportion };

/** How some cases stand with their service clocks; duplicates are counted in the case that keeps them. */
export type SlaTally = {
  readonly states: Readonly<Record<SlaState, number>>;
  /** By the name of the type, "" without one; those in which any case counts. */
  readonly types: readonly SlaGroup[];
  /** The same by first channel. */
  readonly firsts: readonly SlaGroup[];
  /** Of the paused, the most frequent first; "": nobody said why. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /**
   * Keys of the open cases at risk, the earliest due first, then of those overdue, the latest due first:
   * what can still be made stands before what was just missed, and that before what was given up. The first
   * few, as many as were asked for.
   */
  readonly urgent: Uint32Array;
};

const counted: readonly SlaState[] = ["met", "breached", "overdue"];
/** More than a date due and a date past together, so that states stand one after the other; below 2^53. */
const apartUs = 9e15;
const codeOf = {
  risk: slaStates.indexOf("risk"),
  overdue: slaStates.indexOf("overdue"),
  paused: slaStates.indexOf("paused"),
};
/** Of a duplicate, in place of its state. */
const merged = slaStates.length;

/**
 * Counts them, as of the instant that the table tells.
 * @param keys of the cases, ascending @param most how many urgent ones to tell
 */
export function tallySla(table: CaseTable, keys: Uint32Array, most: number): SlaTally {
  const { columns, dictionaries, aspects } = table;
  const { clocks } = aspects;
  const stateOf = Uint8Array.from(clocks.standings.values, ({ outcome, sla }) =>
    outcome === "duplicate" ? merged : slaStates.indexOf(sla),
  );
  const size = slaStates.length + 1;
  const types = new Uint32Array(dictionaries.type.values.length * size);
  const journeys = new Uint32Array(dictionaries.journey.values.length * size);
  const reasons = new Uint32Array(dictionaries.pauses.values.length);
  const urgent = new Uint32Array(keys.length);
  const ranks = new Float64Array(keys.length);
  let found = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const state = stateOf[clocks.standing[key] ?? 0] ?? merged;
    addTo(types, (columns.type[key] ?? 0) * size + state);
    addTo(journeys, (columns.journey[key] ?? 0) * size + state);
    if (state === codeOf.paused) addTo(reasons, columns.pauses[key] ?? 0);
    if (state !== codeOf.risk && state !== codeOf.overdue) continue;
    const dueUs = columns.slaDueUs[key] ?? 0;
    urgent[found] = key;
    ranks[found] = state === codeOf.risk ? dueUs - apartUs : -dueUs;
    found += 1;
  }
  const states = slaStates.map((_, state) =>
    types.reduce((sum, count, at) => sum + (at % size === state ? count : 0), 0),
  );
  const countOf = (state: SlaState) => states[slaStates.indexOf(state)] ?? 0;
  return {
    states: {
      none: countOf("none"),
      open: countOf("open"),
      risk: countOf("risk"),
      overdue: countOf("overdue"),
      paused: countOf("paused"),
      met: countOf("met"),
      breached: countOf("breached"),
    },
    types: groupsOf(types, (group) => dictionaries.type.values[group]?.type?.[0]),
    firsts: groupsOf(journeys, (group) => dictionaries.journey.values[group]?.first?.[0]),
    reasons: Array.from(reasons, (count, group) => {
      return { reason: dictionaries.pauses.values[group]?.pause?.[0] ?? unsaid, count };
    })
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count),
    urgent: orderRange(urgent.subarray(0, found), ranks.subarray(0, found), 0, most),
  };
}

function addTo(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Groups of cases by name, those left out in which none counts. @param counts at group × states + state */
function groupsOf(
  counts: Uint32Array,
  nameOf: (group: number) => string | undefined,
): readonly SlaGroup[] {
  const groups = new Map<string, { hits: number; of: number }>();
  const size = slaStates.length + 1;
  for (let group = 0; group * size < counts.length; group += 1) {
    const at = (state: SlaState) => counts[group * size + slaStates.indexOf(state)] ?? 0;
    const of = counted.reduce((sum, state) => sum + at(state), 0);
    if (of === 0) continue;
    const name = nameOf(group) ?? unsaid;
    const known = groups.get(name) ?? { hits: 0, of: 0 };
    groups.set(name, { hits: known.hits + at("met"), of: known.of + of });
  }
  return [...groups].map(([value, rate]) => ({ value, rate }));
}
