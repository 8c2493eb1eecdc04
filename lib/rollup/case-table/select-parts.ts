import { findMetric } from "../metrics/metrics";
import type { MetricChoice } from "../metrics/metric";
import { standingsInPart } from "../metrics/places";
import type { CaseTable } from "./case-table";
import { orderRange } from "./order-range";
import type { PartTable } from "./part-table";
import { traitTest, type PartTraits } from "./part-traits";

export type PartFilter = {
  /** A part of a metric that counts such things; null: any of them. */
  readonly metric: MetricChoice | null;
  /** See `PartListQuery` of lib/view; null: any. */
  readonly on: string | null;
  readonly to: string | null;
  readonly traits: PartTraits;
};

type Parts = "contacts" | "handoffs" | "promises";

/** The rows of some cases' contacts, handoffs or promises that a filter leaves. @param keys of the cases */
export function selectParts(
  table: CaseTable,
  thing: Parts,
  keys: Uint32Array,
  filter: PartFilter,
): Uint32Array {
  const isLeft = standingsLeft(table, thing, filter);
  const { first, count, standing, live } = table[thing];
  const places = new Uint32Array(live);
  let found = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (count[key] ?? 0);
    for (let place = from; place < end; place += 1) {
      // Written always and kept where it counts: without a condition.
      places[found] = place;
      found += isLeft[standing[place] ?? 0] ?? 0;
    }
  }
  const left = places.subarray(0, found);
  const tests = [answerTest(table, thing, filter.metric), traitTest(table, thing, filter.traits)];
  return tests.reduce((some, test) => (test === null ? some : some.filter(test)), left);
}

/** Whether a contact is in a part of a metric of how it was answered; null where that is not asked. */
function answerTest(
  table: CaseTable,
  thing: Parts,
  choice: MetricChoice | null,
): ((place: number) => boolean) | null {
  const metric = choice === null ? null : findMetric(choice.id);
  if (choice === null || thing !== "contacts" || metric?.counts !== "answers") return null;
  const isInPart = standingsInPart(table, metric, choice.part);
  const { contacts, answers } = table;
  return (place) => {
    const { key, index } = ownerOf(contacts, place);
    return isInPart[answers.standing[(answers.first[key] ?? 0) + index] ?? 0] === 1;
  };
}

function standingsLeft(
  table: CaseTable,
  thing: Parts,
  { metric: choice, on, to }: PartFilter,
): Uint8Array {
  const metric = choice === null ? null : findMetric(choice.id);
  const isInPart =
    choice === null || metric?.counts !== thing
      ? null
      : standingsInPart(table, metric, choice.part);
  return Uint8Array.from(endsOf(table, thing), ([start, end], number) =>
    Number((isInPart?.[number] ?? 1) === 1 && (on ?? start) === start && (to ?? end) === end),
  );
}

/** By standing: the channel that such a thing begins on, and the one that it leads to. */
function endsOf(
  { contacts, handoffs, promises }: CaseTable,
  thing: Parts,
): readonly (readonly [string, string])[] {
  switch (thing) {
    case "contacts":
      return contacts.standings.values.map(({ channel, back }) => [channel, back]);
    case "handoffs":
      return handoffs.standings.values.map(({ from, to }) => [from, to]);
    case "promises":
      return promises.standings.values.map(({ channel, receivedOn }) => [channel, receivedOn]);
  }
}

/** Rows by when they happened, the latest first, from one position until before another. */
export function latestParts(
  table: CaseTable,
  thing: Parts,
  places: Uint32Array,
  from: number,
  to: number,
): Uint32Array {
  const instants = instantsOf(table, thing);
  const ordered = isAscending(places) ? places : places.toSorted();
  const values = new Float64Array(ordered.length);
  for (let index = 0; index < ordered.length; index += 1) {
    values[index] = -(instants[ordered[index] ?? 0] ?? 0);
  }
  return orderRange(ordered, values, from, to);
}

/** As they mostly are: only the rows of a case that was written again stand elsewhere. */
function isAscending(places: Uint32Array): boolean {
  for (let index = 1; index < places.length; index += 1) {
    if ((places[index] ?? 0) < (places[index - 1] ?? 0)) return false;
  }
  return true;
}

function instantsOf({ contacts, handoffs, promises }: CaseTable, thing: Parts): Float64Array {
  switch (thing) {
    case "contacts":
      return contacts.instants.startUs;
    case "handoffs":
      return handoffs.instants.atUs;
    case "promises":
      return promises.instants.madeUs;
  }
}

/** The case that a row is of, and its position among the case's rows. */
export function ownerOf(
  { caseKey, first }: PartTable,
  place: number,
): { readonly key: number; readonly index: number } {
  const key = caseKey[place] ?? 0;
  return { key, index: place - (first[key] ?? 0) };
}
