import type { CaseTable } from "../case-table/case-table";
import type { Coding } from "../case-table/coding";
import type { Counted, Metric, MetricPart, Predicate } from "./metric";

/** Where something is with a metric: `rest` is of the denominator and not of the numerator. */
const place = { outside: 0, numerator: 1, rest: 2, waiting: 3, unknown: 4 } as const;
type Place = (typeof place)[keyof typeof place];

const partsOf: readonly (readonly MetricPart[])[] = [
  [],
  ["numerator", "denominator"],
  ["denominator"],
  ["waiting"],
  ["unknown"],
];

/** How many of a thing have each standing, by its number; counted when it is first asked for. */
export type StandingCounts = (thing: Counted) => Uint32Array;

/** Whether what has each standing, by its number, is in a part of a metric. */
export function standingsInPart(
  table: CaseTable,
  metric: Metric,
  part: MetricPart,
): readonly boolean[] {
  const isInPart = partsOf.map((parts) => parts.includes(part));
  return placesOf(table, metric).map((each) => isInPart[each] ?? false);
}

/** How many are in each part of a metric. */
export function countParts(
  table: CaseTable,
  metric: Metric,
  counts: StandingCounts,
): Readonly<Record<MetricPart, number>> {
  const ofStandings = counts(metric.counts);
  const sums = new Uint32Array(partsOf.length);
  placesOf(table, metric).forEach((each, number) => {
    sums[each] = (sums[each] ?? 0) + (ofStandings[number] ?? 0);
  });
  const [, numerator = 0, rest = 0, waiting = 0, unknown = 0] = sums;
  return { numerator, denominator: numerator + rest, waiting, unknown };
}

function placesOf(table: CaseTable, metric: Metric): readonly Place[] {
  switch (metric.counts) {
    case "cases":
      return askOnce(table.standings, metric);
    case "contacts":
      return askOnce(table.contacts.standings, metric);
    case "handoffs":
      return askOnce(table.handoffs.standings, metric);
    case "promises":
      return askOnce(table.promises.standings, metric);
  }
}

/** What a metric asks, whatever it counts. */
type Questions<Standing> = {
  readonly numerator?: Predicate<Standing>;
  readonly per?: Predicate<Standing> | null;
  readonly denominator: Predicate<Standing>;
  readonly waiting: Predicate<Standing> | null;
  readonly unknown: Predicate<Standing> | null;
};

/** By the list of standings, then by metric. Each is asked once: standings are only ever added to. */
const known = new WeakMap<object, Map<object, Place[]>>();

function askOnce<Standing>(
  { values }: Coding<Standing>,
  metric: Questions<Standing>,
): readonly Place[] {
  const ofMetrics = known.get(values) ?? new Map<object, Place[]>();
  known.set(values, ofMetrics);
  const places = ofMetrics.get(metric) ?? [];
  ofMetrics.set(metric, places);
  for (const standing of values.slice(places.length)) places.push(placeOf(metric, standing));
  return places;
}

function placeOf<Standing>(metric: Questions<Standing>, standing: Standing): Place {
  if (metric.denominator.is(standing)) {
    const counted = metric.numerator ?? metric.per;
    return counted?.is(standing) === true ? place.numerator : place.rest;
  }
  if (metric.waiting?.is(standing) === true) return place.waiting;
  return metric.unknown?.is(standing) === true ? place.unknown : place.outside;
}
