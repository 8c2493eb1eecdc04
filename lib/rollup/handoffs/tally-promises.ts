import { promiseStates, type PromiseState } from "@/lib/domain/case-promise";
import { channels } from "@/lib/domain/channel";
import type { ClusterSums } from "@/lib/stats/clustered-share";
import type { CaseTable } from "../case-table/case-table";
import { orderRange } from "../case-table/order-range";
import { inCustomerOrder } from "../case-table/customer-order";
import { createClusterTally } from "./cluster-tally";

/** Which promises are listed: those that need somebody or went wrong, those that were kept, all. */
export const promiseTabs = ["due", "kept", "all"] as const;
export type PromiseTab = (typeof promiseTabs)[number];

export type PromiseTally = {
  readonly all: number;
  readonly states: Readonly<Record<PromiseState, number>>;
  /** Promises kept of those kept, broken or overdue, by customer. */
  readonly kept: ClusterSums;
  /** Of those that came up in a later contact, those of which whoever answered did not know, by customer. */
  readonly lost: ClusterSums;
  /** The kept ones again, of those that were known where they came up and of those that were not. */
  readonly keptOfKnown: ClusterSums;
  readonly keptOfLost: ClusterSums;
  /** Promises not mentioned in any later contact, and those after which none followed. */
  readonly unmentioned: number;
  readonly unfollowed: number;
};

const groups = { kept: 0, lost: 1, keptOfKnown: 2, keptOfLost: 3 } as const;

/** Counts the promises of some cases as of the instant that the table tells. @param keys of the cases */
export function tallyPromises(table: CaseTable, keys: Uint32Array): PromiseTally {
  const {
    promises,
    columns: { customer },
  } = table;
  const { standings, standing, first, count } = promises;
  const clusters = createClusterTally(4);
  const byState = new Uint32Array(promiseStates.length);
  const stateOf = Uint8Array.from(standings.values, ({ state }) => promiseStates.indexOf(state));
  const isKept = Uint8Array.from(standings.values, ({ state }) => Number(state === "kept"));
  const isTold = Uint8Array.from(standings.values, ({ state }) =>
    Number(state === "kept" || state === "broken" || state === "overdue"),
  );
  const isHeard = Uint8Array.from(standings.values, ({ reception }) =>
    Number(reception === "known" || reception === "denied" || reception === "ignored"),
  );
  const isLost = Uint8Array.from(standings.values, ({ reception }) =>
    Number(reception === "denied" || reception === "ignored"),
  );
  const isUnmentioned = Uint8Array.from(standings.values, ({ reception }) =>
    Number(reception === "not-mentioned"),
  );
  let [all, unmentioned, unfollowed] = [0, 0, 0];
  const ordered = inCustomerOrder(table, keys);
  for (let index = 0; index < ordered.length; index += 1) {
    const key = ordered[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (count[key] ?? 0);
    clusters.startCase(customer[key] ?? 0);
    for (let place = from; place < end; place += 1) {
      const stands = standing[place] ?? 0;
      const state = stateOf[stands] ?? 0;
      const [kept, told] = [isKept[stands] ?? 0, isTold[stands] ?? 0];
      const [heard, lost] = [isHeard[stands] ?? 0, isLost[stands] ?? 0];
      byState[state] = (byState[state] ?? 0) + 1;
      all += 1;
      unmentioned += isUnmentioned[stands] ?? 0;
      unfollowed += Number(heard === 0 && isUnmentioned[stands] === 0);
      clusters.add(groups.kept, kept, told);
      clusters.add(groups.lost, lost, heard);
      clusters.add(lost === 1 ? groups.keptOfLost : groups.keptOfKnown, kept, told * heard);
    }
  }
  const at = (state: PromiseState) => byState[promiseStates.indexOf(state)] ?? 0;
  return {
    ...{ all, unmentioned, unfollowed },
    states: {
      kept: at("kept"),
      broken: at("broken"),
      open: at("open"),
      overdue: at("overdue"),
      unknown: at("unknown"),
    },
    kept: clusters.sumsOf(groups.kept),
    lost: clusters.sumsOf(groups.lost),
    keptOfKnown: clusters.sumsOf(groups.keptOfKnown),
    keptOfLost: clusters.sumsOf(groups.keptOfLost),
  };
}

const tabStates: Readonly<Record<PromiseTab, readonly PromiseState[]>> = {
  due: ["overdue", "open", "broken"],
  kept: ["kept"],
  all: ["overdue", "open", "broken", "kept", "unknown"],
};
/** More than any instant, so that states stand one after the other. */
const apartUs = 1e16;

/** A part of the promises of some cases, by what needs somebody first. */
export type PromisePlaces = {
  readonly total: number;
  /** Rows of the table's promises. */
  readonly places: Uint32Array;
};

/**
 * Orders the promises of a tab: overdue ones by how long they are, then those due next, then the broken,
 * the latest first, and what was kept likewise. Of those not due yet, "due" has those with a date.
 * @param keys of the cases @param from the first position @param to one past the last
 */
export function listPromises(
  { promises }: CaseTable,
  keys: Uint32Array,
  tab: PromiseTab,
  from: number,
  to: number,
): PromisePlaces {
  const { standings, standing, first, count, instants } = promises;
  const order = tabStates[tab];
  const ranks = Int8Array.from(standings.values, ({ state, due }) =>
    tab === "due" && state === "open" && due === "none" ? -1 : order.indexOf(state),
  );
  const isLatestFirst = Uint8Array.from(standings.values, ({ state }) =>
    Number(state === "broken" || state === "kept" || state === "unknown"),
  );
  const places = new Uint32Array(promises.live);
  const values = new Float64Array(promises.live);
  let total = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const start = first[key] ?? 0;
    const end = start + (count[key] ?? 0);
    for (let place = start; place < end; place += 1) {
      const stands = standing[place] ?? 0;
      const rank = ranks[stands] ?? -1;
      if (rank < 0) continue;
      const dueUs = instants.dueUs[place] ?? Infinity;
      const atUs = dueUs === Infinity ? (instants.madeUs[place] ?? 0) : dueUs;
      places[total] = place;
      values[total] = rank * apartUs + (isLatestFirst[stands] === 1 ? -atUs : atUs);
      total += 1;
    }
  }
  return {
    total,
    places: orderRange(places.subarray(0, total), values.subarray(0, total), from, to),
  };
}

/** How many contacts of each channel read or wrote the case's notes, by position in `noteActs`. */
export function tallyNotes({ contacts }: CaseTable, keys: Uint32Array, acts: number): Uint32Array {
  const { channel, notes } = contacts.amounts;
  const counts = new Uint32Array(channels.length * acts);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const first = contacts.first[key] ?? 0;
    const end = first + (contacts.count[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      const at = (channel[place] ?? 0) * acts + (notes[place] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}
