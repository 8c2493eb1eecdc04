import { slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import { MISSING } from "../facets/case-facets";
import { countBy } from "../ask/count";
import type { CaseSet } from "../counts/case-set";
import { orderRange } from "../select/order-range";
import { caseTies } from "../select/tie-order";
import { valuesOf } from "../case-table/dictionary";

/** Cases by state of their service clock; duplicates are counted in the case that they were merged into. */
export type SlaTally = {
  readonly states: Readonly<Record<SlaState, number>>;
  /** Of the paused, the most frequent first; "": no reason given. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /**
   * Keys of the open cases at risk, the earliest due first: those that business hours are left for, then those that
   * run out before the next; then of those overdue, the latest due first. At most as many as were requested.
   */
  readonly urgent: Uint32Array;
};

/** More than a date due and another together, so that one group comes after the other; below 2^53. */
const apartUs = 9e15;
const codeOf = {
  risk: slaStates.indexOf("risk"),
  overdue: slaStates.indexOf("overdue"),
  paused: slaStates.indexOf("paused"),
};
/** The code of duplicates, in place of a state. */
const merged = slaStates.length;

/**
 * Counts them at the table's `asOf`.
 * @param cases in ascending order of keys
 * @param workableUs the earliest deadline that business hours are left for, see `workableFromUs`
 * @param most the number of urgent ones listed
 */
export function tallySla(
  cases: CaseSet,
  { workableUs, most }: { readonly workableUs: number; readonly most: number },
): SlaTally {
  const { table } = cases;
  const { columns, dictionaries, dimensionGroups, asOfUs } = table;
  const rankOf = (dueUs: number, state: number) => {
    if (state === codeOf.overdue) return -dueUs;
    return dueUs < workableUs ? dueUs - workableUs - asOfUs : dueUs - apartUs;
  };
  const { clocks } = dimensionGroups;
  const keys = cases.places("cases");
  const states = countBy(cases, "clocks", ({ outcome, sla }) =>
    outcome === "duplicate" ? null : sla,
  );
  const stateOf = Uint8Array.from(clocks.combinations.values, ({ outcome, sla }) =>
    outcome === "duplicate" ? merged : slaStates.indexOf(sla),
  );
  const reasons = new Uint32Array(dictionaries.pauses.size);
  const urgent = new Uint32Array(keys.length);
  const ranks = new Float64Array(keys.length);
  let found = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const state = stateOf[clocks.codes[key] ?? 0] ?? merged;
    if (state === codeOf.paused) {
      const reason = columns.pauses[key] ?? 0;
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    }
    if (state !== codeOf.risk && state !== codeOf.overdue) continue;
    const dueUs = columns.slaDueUs[key] ?? 0;
    urgent[found] = key;
    ranks[found] = rankOf(dueUs, state);
    found += 1;
  }
  const countOf = (state: SlaState) => states.get(state) ?? 0;
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
    reasons: Array.from(reasons, (count, group) => {
      return { reason: valuesOf(dictionaries.pauses, "pause", group)[0] ?? MISSING, count };
    })
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1)),
    urgent: orderRange(urgent.subarray(0, found), ranks.subarray(0, found), 0, most, {
      ties: caseTies(table),
    }),
  };
}
