import { slaStates, type SlaState } from "@/lib/domain/sla-state";
import type { Proportion } from "@/lib/stats/newcombe-difference";
import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";

/** Cases of one type, or that begin on one channel: how many were closed in time, of those that count. */
export type SlaGroup = { readonly value: string; readonly rate: Proportion };

/** How some cases stand with their service clocks; duplicates are counted in the case that keeps them. */
export type SlaTally = {
  readonly states: Readonly<Record<SlaState, number>>;
  /** By the name of the type, "" without one; those in which any case counts. */
  readonly types: readonly SlaGroup[];
  /** The same by first channel. */
  readonly firsts: readonly SlaGroup[];
  /** Of the paused, the most frequent first; null: nobody said why. */
  readonly reasons: readonly { readonly reason: string | null; readonly count: number }[];
  /**
   * Keys of the open cases at risk, the earliest due first, then of those overdue, the latest due first:
   * what can still be made stands before what was just missed, and that before what was given up.
   */
  readonly urgent: readonly number[];
};

const counted: ReadonlySet<SlaState> = new Set(["met", "breached", "overdue"]);

/** Counts them, as of the instant that the table tells. @param keys of the cases */
export function tallySla(table: CaseTable, keys: Uint32Array): SlaTally {
  const { columns, dictionaries, standings, names } = table;
  const states = new Uint32Array(slaStates.length);
  const types = createGroups();
  const firsts = createGroups();
  const reasons = new Map<string | null, number>();
  const atRisk: number[] = [];
  const overdue: number[] = [];
  for (const key of keys) {
    const standing = standings.values[columns.standing[key] ?? 0];
    if (standing === undefined || standing.outcome === "duplicate") continue;
    const { sla } = standing;
    const at = slaStates.indexOf(sla);
    states[at] = (states[at] ?? 0) + 1;
    if (counted.has(sla)) {
      const type = dictionaries.type.values[columns.type[key] ?? 0]?.type?.[0] ?? unsaid;
      const first = dictionaries.journey.values[columns.journey[key] ?? 0]?.first?.[0] ?? unsaid;
      addTo(types, type, sla === "met");
      addTo(firsts, first, sla === "met");
    }
    if (sla === "risk") atRisk.push(key);
    if (sla === "overdue") overdue.push(key);
    if (sla === "paused") {
      const reason = names.values[columns.slaReason[key] ?? NaN] ?? null;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  const dueOf = (key: number) => columns.slaDueUs[key] ?? Infinity;
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
    types: groupsOf(types),
    firsts: groupsOf(firsts),
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => other.count - one.count),
    urgent: [
      ...atRisk.sort((one, other) => dueOf(one) - dueOf(other) || one - other),
      ...overdue.sort((one, other) => dueOf(other) - dueOf(one) || one - other),
    ],
  };
}

type Groups = Map<string, { hits: number; of: number }>;

function createGroups(): Groups {
  return new Map();
}

function addTo(groups: Groups, value: string, isMet: boolean): void {
  const rate = groups.get(value) ?? { hits: 0, of: 0 };
  rate.of += 1;
  if (isMet) rate.hits += 1;
  groups.set(value, rate);
}

function groupsOf(groups: Groups): readonly SlaGroup[] {
  return [...groups].map(([value, rate]) => ({ value, rate }));
}
