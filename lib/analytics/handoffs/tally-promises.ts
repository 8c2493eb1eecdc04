import { isDecided, type PromiseState } from "@/lib/domain/case/case-promise";
import { keysOf } from "@/lib/domain/keys-of";
import { channels } from "@/lib/domain/trace/channel";
import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { CaseTable } from "../case-table/case-table";
import { orderRange } from "../select/order-range";
import { childTies } from "../select/tie-order";
import type { PromiseValues } from "../case-table/promise-table";
import { orderByCustomer } from "../select/customer-order";
import { rowsOf } from "../case-table/child-table";
import { countsOf } from "../counts/counts";
import { createClusterTally, type ClusterTally } from "./cluster-tally";

/** The tabs: urgent or broken promises, kept ones, all. */
export const promiseTabs = ["due", "kept", "all"] as const;
export type PromiseTab = (typeof promiseTabs)[number];

export type PromiseTally = {
  readonly all: number;
  readonly states: Readonly<Record<PromiseState, number>>;
  /** Promises kept in time of those that are due and can be checked, by customer. */
  readonly kept: ClusterSums;
  /** Of those that came up in a later contact, those of which whoever answered did not know, by customer. */
  readonly lost: ClusterSums;
  /** The kept ones again, of those known where they came up and of those not. */
  readonly keptOfKnown: ClusterSums;
  readonly keptOfLost: ClusterSums;
  /** By whether the next contact about them knew of them. */
  readonly receptions: Readonly<Record<PromiseValues["reception"], number>>;
};

const groupNames = ["kept", "lost", "keptOfKnown", "keptOfLost"] as const;

/**
 * Counts the promises of some cases at the table's `asOf`; of many cases the clustering by customer is sampled.
 * @param keys of the cases
 */
export function tallyPromises(table: CaseTable, keys: Uint32Array): PromiseTally {
  const { combinations } = table.promises.dimensionGroups.promises;
  const counts = countsOf(table, keys).byCode("promises");
  const sharesByCode = combinations.values.map((each) => sharesOf(each));
  const clusters = tallyClusters(table, keys, sharesByCode);
  const byState = { kept: 0, late: 0, broken: 0, open: 0, overdue: 0, unknown: 0 };
  const byReception = { none: 0, "not-mentioned": 0, known: 0, denied: 0, ignored: 0 };
  const shares = groupNames.map(() => ({ hits: 0, of: 0 }));
  let all = 0;
  combinations.values.forEach(({ state, reception }, number) => {
    const own = counts[number] ?? 0;
    all += own;
    byState[state] += own;
    byReception[reception] += own;
    for (const { group, hit } of sharesByCode[number] ?? []) {
      const share = shares[group];
      if (share === undefined) continue;
      share.of += own;
      share.hits += own * hit;
    }
  });
  const sumsOf = (name: (typeof groupNames)[number]) => {
    const group = groupNames.indexOf(name);
    return clusters.sumsOf(group, shares[group] ?? { hits: 0, of: 0 });
  };
  return {
    all,
    states: byState,
    receptions: byReception,
    kept: sumsOf("kept"),
    lost: sumsOf("lost"),
    keptOfKnown: sumsOf("keptOfKnown"),
    keptOfLost: sumsOf("keptOfLost"),
  };
}

/** Shares that a promise counts towards, and whether as a hit. */
type Share = { readonly group: number; readonly hit: number };

function sharesOf({ state, reception }: PromiseValues): readonly Share[] {
  const isLost = reception === "denied" || reception === "ignored";
  const isHeard = isLost || reception === "known";
  const isChecked = isDecided[state];
  const share = (name: (typeof groupNames)[number], isHit: boolean): Share => ({
    ...{ group: groupNames.indexOf(name), hit: Number(isHit) },
  });
  return [
    ...(isChecked ? [share("kept", state === "kept")] : []),
    ...(isHeard ? [share("lost", isLost)] : []),
    ...(isHeard && isChecked
      ? [share(isLost ? "keptOfLost" : "keptOfKnown", state === "kept")]
      : []),
  ];
}

function tallyClusters(
  table: CaseTable,
  keys: Uint32Array,
  sharesByCode: readonly (readonly Share[])[],
): ClusterTally {
  const { promises, columns } = table;
  const { codes } = promises.dimensionGroups.promises;
  const clusters = createClusterTally(groupNames.length);
  for (const key of orderByCustomer(table, keys).keys) {
    const first = promises.first[key] ?? 0;
    const end = first + (promises.count[key] ?? 0);
    clusters.startCase(columns.customer[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      for (const { group, hit } of sharesByCode[codes[place] ?? 0] ?? []) {
        clusters.add(group, hit, 1);
      }
    }
  }
  return clusters;
}

/** The tab of each state besides "all", the most urgent first. */
const tabOf: Readonly<Record<PromiseState, PromiseTab>> = {
  overdue: "due",
  open: "due",
  broken: "due",
  late: "all",
  kept: "kept",
  unknown: "all",
};
/** More than any instant, so that states are ordered one after the other. */
const apartUs = 1e16;

/** A page of the promises of some cases, the most urgent first. */
export type PromisePlaces = {
  readonly total: number;
  readonly places: Uint32Array;
};

/**
 * Orders the promises of a tab: overdue ones by how long, then those due next, then the broken, the latest first, then
 * the kept, likewise. Of those not due yet, "due" has those with a date.
 * @param keys of the cases @param from the first position @param to one past the last
 */
export function listPromises(
  table: CaseTable,
  keys: Uint32Array,
  tab: PromiseTab,
  from: number,
  to: number,
): PromisePlaces {
  const { promises } = table;
  const { dimensionGroups, instants } = promises;
  const { combinations, codes } = dimensionGroups.promises;
  const order = keysOf(tabOf).filter((state) => tab === "all" || tabOf[state] === tab);
  const ranks = Int8Array.from(combinations.values, ({ state, due }) =>
    tab === "due" && state === "open" && due === "none" ? -1 : order.indexOf(state),
  );
  const isLatestFirst = Uint8Array.from(combinations.values, ({ state }) =>
    Number(state !== "overdue" && state !== "open"),
  );
  const places = rowsOf(promises, keys);
  const values = new Float64Array(places.length);
  let total = 0;
  for (const place of places) {
    const code = codes[place] ?? 0;
    const rank = ranks[code] ?? -1;
    if (rank < 0) continue;
    const dueUs = instants.dueUs[place] ?? Infinity;
    const atUs = dueUs === Infinity ? (instants.madeUs[place] ?? 0) : dueUs;
    // At most what was read.
    places[total] = place;
    values[total] = rank * apartUs + (isLatestFirst[code] === 1 ? -atUs : atUs);
    total += 1;
  }
  return {
    total,
    places: orderRange(places.subarray(0, total), values.subarray(0, total), from, to, {
      ties: childTies(table, promises),
    }),
  };
}

/** Contacts of each channel that read or wrote the case's notes, by index in `noteActs`. */
export function tallyNotes({ contacts }: CaseTable, keys: Uint32Array, acts: number): Uint32Array {
  const { channel, notes } = contacts.integers;
  const counts = new Uint32Array(channels.length * acts);
  const rows = rowsOf(contacts, keys);
  for (let index = 0; index < rows.length; index += 1) {
    const place = rows[index] ?? 0;
    const at = (channel[place] ?? 0) * acts + (notes[place] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
