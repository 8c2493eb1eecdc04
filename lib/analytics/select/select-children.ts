import { findMetric } from "../metrics/metrics";
import type { MetricChoice } from "../metrics/metric";
import { codesIn } from "../metrics/places";
import { dimensionGroupOf, entityOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { DimensionGroup } from "../case-table/coding";
import { orderRange } from "./order-range";
import { childTies } from "./tie-order";
import { rowsOf, type ChildTable } from "../case-table/child-table";
import { traitFilter, type ChildTraits } from "../facets/child-traits";

export type ChildFilter = {
  /** A subset of a metric of this entity; null: all rows. */
  readonly metric: MetricChoice | null;
  /** See `ChildListQuery` of lib/analytics/filter; null: any. */
  readonly on: string | null;
  readonly to: string | null;
  readonly traits: ChildTraits;
  /** When it began, microseconds since 1970, the end excluded; absent: whenever. */
  readonly began?: InstantRange;
};

type InstantRange = { readonly fromUs: number; readonly untilUs: number };

type Child = "contacts" | "handoffs" | "promises" | "disclosures" | "pii";

/** The rows of some cases' contacts, handoffs, promises, disclosures or personal values that pass a filter. @param keys of the cases */
export function selectChildren(
  table: CaseTable,
  thing: Child,
  keys: Uint32Array,
  filter: ChildFilter,
): Uint32Array {
  const traits = traitFilter(table, thing, filter.traits);
  const byCode = [...lookUps(table, thing, filter), ...(traits === null ? [] : [traits])];
  const left = byCode.reduce(keepThose, rowsOf(table[thing], keys));
  const test = traits?.test ?? null;
  const passed = test === null ? left : keepPassing(left, test);
  return filter.began === undefined ? passed : keepBegan(table, thing, passed, filter.began);
}

/** A filter of rows by code: 1 where a row passes. */
export type LookUp = { readonly codes: Uint32Array; readonly isLeft: Uint8Array };

/** The rows that pass, in the same memory. */
export function keepThose(places: Uint32Array, { codes, isLeft }: LookUp): Uint32Array {
  let kept = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    // Branch-free: always written, kept where it counts.
    places[kept] = place;
    kept += isLeft[codes[place] ?? 0] ?? 0;
  }
  return places.subarray(0, kept);
}

/** The same by a test of each. */
export function keepPassing(places: Uint32Array, test: (place: number) => boolean): Uint32Array {
  let kept = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    places[kept] = place;
    kept += Number(test(place));
  }
  return places.subarray(0, kept);
}

/** The rows that began in a range, in memory of their own. */
export function keepBegan(
  table: CaseTable,
  thing: Child,
  places: Uint32Array,
  { fromUs, untilUs }: InstantRange,
): Uint32Array {
  const instants = instantsOf(table, thing);
  return keepPassing(places.slice(), (place) => {
    const atUs = instants[place] ?? Infinity;
    return atUs >= fromUs && atUs < untilUs;
  });
}

function lookUps(
  table: CaseTable,
  thing: Child,
  { metric: choice, on, to }: ChildFilter,
): LookUp[] {
  const metric = choice === null ? null : findMetric(choice.id);
  const found: LookUp[] = [];
  if (choice !== null && metric !== null && entityOf[metric.counts] === thing) {
    const { codes } = dimensionGroupOf(table, metric.counts);
    found.push({ codes, isLeft: codesIn(table, metric, choice.subset) });
  }
  const { start, end } = endsOf(table, thing);
  if (on !== null) found.push(lookUp(start, on));
  if (to !== null && end !== null) found.push(lookUp(end, to));
  return found;
}

function lookUp({ codes, names }: EndNames, name: string): LookUp {
  return { codes, isLeft: Uint8Array.from(names, (each) => Number(each === name)) };
}

/** A channel of rows, by code. */
type EndNames = { readonly codes: Uint32Array; readonly names: readonly string[] };

/** The channel on which a row begins, and the one that it leads to, if it can. */
function endsOf(
  { contacts, handoffs, promises, disclosures, pii }: CaseTable,
  thing: Child,
): { readonly start: EndNames; readonly end: EndNames | null } {
  switch (thing) {
    case "contacts": {
      const { contacts: own, containments } = contacts.dimensionGroups;
      return {
        start: namesOf(own, ({ channel }) => channel),
        end: namesOf(containments, ({ back }) => back),
      };
    }
    case "handoffs": {
      const own = handoffs.dimensionGroups.handoffs;
      return { start: namesOf(own, ({ from }) => from), end: namesOf(own, ({ to }) => to) };
    }
    case "promises": {
      const own = promises.dimensionGroups.promises;
      return {
        start: namesOf(own, ({ channel }) => channel),
        end: namesOf(own, ({ receivedOn }) => receivedOn),
      };
    }
    case "disclosures": {
      const own = disclosures.dimensionGroups.disclosures;
      return { start: namesOf(own, ({ channel }) => channel), end: null };
    }
    case "pii":
      return { start: namesOf(pii.dimensionGroups.pii, ({ channel }) => channel), end: null };
  }
}

function namesOf<Values>(
  { codes, combinations }: DimensionGroup<Values>,
  nameOf: (of: Values) => string,
): EndNames {
  return { codes, names: combinations.values.map(nameOf) };
}

/** Rows by their instant, the latest first; from one position until before another. */
export function latestChildren(
  table: CaseTable,
  thing: Child,
  places: Uint32Array,
  from: number,
  to: number,
): Uint32Array {
  const instants = instantsOf(table, thing);
  const values = new Float64Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    values[index] = -(instants[places[index] ?? 0] ?? 0);
  }
  return orderRange(places, values, from, to, { ties: childTies(table, table[thing]) });
}

function instantsOf(
  { contacts, handoffs, promises, disclosures, pii }: CaseTable,
  thing: Child,
): Float64Array {
  switch (thing) {
    case "contacts":
      return contacts.instants.startUs;
    case "handoffs":
      return handoffs.instants.atUs;
    case "promises":
      return promises.instants.madeUs;
    case "disclosures":
      return disclosures.instants.atUs;
    case "pii":
      return pii.instants.atUs;
  }
}

/** A row's case, and its ordinal there. */
export function ownerOf(
  { caseKey, first }: ChildTable,
  place: number,
): { readonly key: number; readonly index: number } {
  const key = caseKey[place] ?? 0;
  return { key, index: place - (first[key] ?? 0) };
}
