import { instantAt } from "@/lib/stats/time/zoned-time";
import { readDays } from "../filter/days";
import type { Listed } from "../facets/dimension-groups";
import { positionOf, sortCases } from "../select/sort-cases";
import {
  keepBegan,
  latestChildren,
  ownerOf,
  selectChildren,
  type ChildFilter,
} from "../select/select-children";
import type { Snapshot } from "./snapshot";

/** A page of the list in its order. @returns the cases' keys, from one position until before another */
export function listCases(
  { table, selection, order }: Pick<Snapshot, "table" | "selection" | "order">,
  from = 0,
  to = Infinity,
): Uint32Array {
  const { keys } = selection();
  return sortCases(table, keys, order, from, Math.min(to, keys.length));
}

type Neighbours = {
  /** From 0. */
  readonly position: number;
  readonly total: number;
  /** Keys of the neighbouring cases; null at the ends of the list. */
  readonly previous: number | null;
  readonly next: number | null;
};

/** Finds a case's neighbours. @returns null where the list does not have it */
export function listNeighbours(cases: Snapshot, key: number): Neighbours | null {
  const { keys, fails } = cases.selection();
  if (fails[key] !== 0) return null;
  const position = positionOf(cases.table, keys, cases.order, key);
  const around = listCases(cases, Math.max(0, position - 1), position + 2);
  const own = position === 0 ? 0 : 1;
  return {
    ...{ position, total: keys.length },
    previous: own === 0 ? null : (around[0] ?? null),
    next: around[own + 1] ?? null,
  };
}

/** A contact, a handoff or a promise: its case's key and its ordinal there. */
export type ChildOwner = { readonly key: number; readonly index: number };

/** The children of some cases that a filter leaves, the latest first. */
export type ChildList = {
  readonly total: number;
  /** From one position until before another. */
  readonly owners: (from: number, to: number) => readonly ChildOwner[];
};

/** @param days of `writeDays` */
function instantsOfDays(days: string, timeZone: string): ChildFilter["began"] {
  const read = readDays(days);
  if (read === null) return undefined;
  return {
    fromUs: instantAt(read.from, 0, timeZone),
    untilUs: instantAt(read.to + 1, 0, timeZone),
  };
}

type Listing = Pick<Snapshot, "table" | "selection" | "timeZone">;

/** The rows of some cases' children that a filter leaves, in the order of the table. */
export function placesOfChildren(
  { table, selection, timeZone }: Listing,
  thing: Exclude<Listed, "cases">,
  filter: Omit<ChildFilter, "began">,
): Uint32Array {
  const { days } = filter.traits;
  const began = days === undefined ? undefined : instantsOfDays(days, timeZone);
  return selectChildren(table, thing, selection().keys, {
    ...filter,
    ...(began === undefined ? {} : { began }),
  });
}

/** Lists the children of some cases that a filter leaves. */
export function listChildren(
  cases: Listing,
  thing: Exclude<Listed, "cases">,
  filter: Omit<ChildFilter, "began">,
): ChildList {
  return childList(cases, thing, placesOfChildren(cases, thing, filter));
}

/**
 * Selects the children that a filter leaves on whatever day, of which each choice of days leaves a list.
 * @param filter its own days are ignored
 * @returns the list of days of `writeDays`; null: any
 */
export function listByDays(
  cases: Listing,
  thing: Exclude<Listed, "cases">,
  filter: Omit<ChildFilter, "began">,
): (days: string | null) => ChildList {
  const { days: _, ...traits } = filter.traits;
  const places = placesOfChildren(cases, thing, { ...filter, traits });
  return (days) => {
    const began = days === null ? undefined : instantsOfDays(days, cases.timeZone);
    const left = began === undefined ? places : keepBegan(cases.table, thing, places, began);
    return childList(cases, thing, left);
  };
}

function childList(
  { table }: Pick<Listing, "table">,
  thing: Exclude<Listed, "cases">,
  places: Uint32Array,
): ChildList {
  return {
    total: places.length,
    owners: (from, to) =>
      Array.from(latestChildren(table, thing, places, from, to), (place) =>
        ownerOf(table[thing], place),
      ),
  };
}
