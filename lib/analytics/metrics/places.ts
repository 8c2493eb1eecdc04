import { dimensionGroupOf, type Counted } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { Coding } from "../case-table/coding";
import type { Metric, MetricOf, MetricPart, Predicate } from "./metric";

/** Where something is with a metric: `rest` is of the denominator and not of the numerator. */
const place = { outside: 0, numerator: 1, rest: 2, waiting: 3, unknown: 4 } as const;

const partsOf: readonly (readonly MetricPart[])[] = [
  [],
  ["numerator", "denominator"],
  ["denominator"],
  ["waiting"],
  ["unknown"],
];

/** How many of a thing have each standing, by its number; counted when it is first asked for. */
export type StandingCounts = (thing: Counted) => Uint32Array;

/** By the number of a standing: 1 where what has it is in a part of a metric, else 0. */
export function standingsInPart(table: CaseTable, metric: Metric, part: MetricPart): Uint8Array {
  const asked = askedOf(table, metric);
  const isInPart = Uint8Array.from(partsOf, (parts) => Number(parts.includes(part)));
  return (asked.parts[part] ??= asked.places.map((each) => isInPart[each] ?? 0));
}

/** How many are in each part of a metric. */
export function countParts(
  table: CaseTable,
  metric: Metric,
  counts: StandingCounts,
): Readonly<Record<MetricPart, number>> {
  const ofStandings = counts(metric.counts);
  const sums = new Uint32Array(partsOf.length);
  const { places } = askedOf(table, metric);
  for (let number = 0; number < places.length; number += 1) {
    const each = places[number] ?? 0;
    sums[each] = (sums[each] ?? 0) + (ofStandings[number] ?? 0);
  }
  const [, numerator = 0, rest = 0, waiting = 0, unknown = 0] = sums;
  return { numerator, denominator: numerator + rest, waiting, unknown };
}

/**
 * How many of a metric's denominator an evaluator decides.
 * @param of how many the denominator has
 * @returns null where no evaluator alone decides any
 */
export function countDecided<Thing extends Counted>(
  table: CaseTable,
  { counts: thing, denominator, restsOn }: MetricOf<Thing>,
  of: number,
  counts: StandingCounts,
): number | null {
  if (restsOn === null) return null;
  const { decides } = restsOn;
  if (decides === "all") return of;
  if ("whyNot" in decides) return null;
  const ofStandings = counts(thing);
  return dimensionGroupOf(table, thing).standings.values.reduce((sum, standing, number) => {
    const isDecided = denominator.is(standing) && decides.is(standing);
    return isDecided ? sum + (ofStandings[number] ?? 0) : sum;
  }, 0);
}

function askedOf<Thing extends Counted>(table: CaseTable, metric: MetricOf<Thing>): Asked {
  return askOnce(dimensionGroupOf(table, metric.counts).standings, metric);
}

/** What a metric asks, whatever it counts. */
type Questions<Standing> = {
  readonly numerator?: Predicate<Standing>;
  readonly per?: Predicate<Standing> | null;
  readonly denominator: Predicate<Standing>;
  readonly waiting: Predicate<Standing> | null;
  readonly unknown: Predicate<Standing> | null;
};

/** What a metric answered, by the number of a standing. */
type Asked = {
  readonly places: Uint8Array;
  /** Read from the places when they are first wanted. */
  readonly parts: Partial<Record<MetricPart, Uint8Array>>;
};
/** By the list of standings, then by metric. Each is asked once: standings are only ever added to. */
const known = new WeakMap<object, Map<object, Asked>>();

function askOnce<Standing>({ values }: Coding<Standing>, metric: Questions<Standing>): Asked {
  const ofMetrics = known.get(values) ?? new Map<object, Asked>();
  known.set(values, ofMetrics);
  const before = ofMetrics.get(metric);
  if (before?.places.length === values.length) return before;
  const places = new Uint8Array(values.length);
  places.set(before?.places ?? []);
  for (let number = before?.places.length ?? 0; number < values.length; number += 1) {
    const standing = values[number];
    if (standing !== undefined) places[number] = metricPlace(metric, standing);
  }
  const asked = { places, parts: {} };
  ofMetrics.set(metric, asked);
  return asked;
}

function metricPlace<Standing>(metric: Questions<Standing>, standing: Standing): number {
  if (metric.denominator.is(standing)) {
    const counted = metric.numerator ?? metric.per;
    return counted?.is(standing) === true ? place.numerator : place.rest;
  }
  if (metric.waiting?.is(standing) === true) return place.waiting;
  return metric.unknown?.is(standing) === true ? place.unknown : place.outside;
}
