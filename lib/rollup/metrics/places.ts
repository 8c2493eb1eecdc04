import type { CaseStanding, Standings } from "../case-table/standings";
import type { Metric, MetricPart } from "./metric";

/** Where a case is with a metric: `rest` is of the denominator and not of the numerator. */
type Place = "outside" | "numerator" | "rest" | "waiting" | "unknown";

const partsOf: Readonly<Record<Place, readonly MetricPart[]>> = {
  outside: [],
  numerator: ["numerator", "denominator"],
  rest: ["denominator"],
  waiting: ["waiting"],
  unknown: ["unknown"],
};

/** Asked once a standing: they are only ever added to. */
const known = new WeakMap<Standings, Map<Metric, Place[]>>();

/** Whether the cases of each standing, by its number, are in a part of a metric. */
export function standingsInPart(
  standings: Standings,
  metric: Metric,
  part: MetricPart,
): readonly boolean[] {
  return placesOf(standings, metric).map((place) => partsOf[place].includes(part));
}

/** How many cases are in each part of a metric. @param counts of cases, by the number of their standing */
export function countParts(
  standings: Standings,
  metric: Metric,
  counts: Uint32Array,
): Readonly<Record<MetricPart, number>> {
  const sums = { outside: 0, numerator: 0, rest: 0, waiting: 0, unknown: 0 };
  placesOf(standings, metric).forEach((place, number) => {
    sums[place] += counts[number] ?? 0;
  });
  const { numerator, rest, waiting, unknown } = sums;
  return { numerator, denominator: numerator + rest, waiting, unknown };
}

function placesOf(standings: Standings, metric: Metric): readonly Place[] {
  const ofMetrics = known.get(standings) ?? new Map<Metric, Place[]>();
  known.set(standings, ofMetrics);
  const places = ofMetrics.get(metric) ?? [];
  ofMetrics.set(metric, places);
  for (const standing of standings.values.slice(places.length)) {
    places.push(placeOf(metric, standing));
  }
  return places;
}

function placeOf(metric: Metric, standing: CaseStanding): Place {
  if (metric.denominator.is(standing)) {
    return metric.unit === "share" && metric.numerator.is(standing) ? "numerator" : "rest";
  }
  if (metric.waiting?.is(standing) === true) return "waiting";
  return metric.unknown?.is(standing) === true ? "unknown" : "outside";
}
