import { personaAttributeFacts, type PersonaAttribute } from "@/lib/domain/persona-contract";
import type { ChannelDrift } from "@/lib/rollup/persona/drift-figures";
import { weekUs } from "@/lib/rollup/persona/series";
import type { ThinDrift } from "@/lib/rollup/persona/thin-drift";
import type { DriftWeek, WeeklyDrift } from "@/lib/rollup/persona/weekly-drift";
import type { ChartScale } from "../charts/chart-model";
import { placeMarkers } from "../charts/place-markers";
import { placeOn, scaleOf } from "../charts/scale";
import { valueWords } from "./attribute-words";
import type { ControlPlot, Spot } from "./persona-model";
import { timePlace, timeTicks, type TimeAxis } from "../charts/time-axis";
import type { TimeMarker } from "../time-markers";

/** One scale for all channels: everything that is drawn of the weeks, and what the contract allows. */
export function sharedScale(
  series: readonly ChannelDrift[],
  attribute: PersonaAttribute,
): ChartScale {
  const { most } = personaAttributeFacts[attribute];
  const drawn = series.flatMap(({ drift, range }) => [
    ...(drift.kind === "weekly" ? drift.weeks.flatMap(heights) : []),
    ...(range === null || drift.kind !== "weekly"
      ? []
      : [range.target - range.tolerance, range.target + range.tolerance]),
  ]);
  const rows = drawn.map((value) => ({ value, interval: null, hollow: null }));
  return scaleOf(rows, {
    least: most === 5 ? 1 : 0,
    most,
    reference: null,
    wordsOf: (value) => valueWords(attribute, value),
  });
}

function heights({ mean, smoothed }: DriftWeek): number[] {
  return smoothed === null ? [mean] : [mean, smoothed.mean, smoothed.low, smoothed.high];
}

/** What a channel's chart shares with those beside it, and what is marked on it. */
export type PlotFrame = {
  readonly axis: TimeAxis;
  readonly scale: ChartScale;
  readonly markers: readonly TimeMarker[];
};

/** The narrowest that one of the small charts is drawn. */
const plotWidthPx = 210;

/** Lays out a channel's weeks. */
export function plotWeekly(
  { range }: ChannelDrift,
  { weeks, baseline }: WeeklyDrift,
  { axis, scale, markers }: PlotFrame,
): ControlPlot {
  const height = (value: number) => placeOn(scale, value);
  const middle = (fromUs: number) => timePlace(axis, fromUs + weekUs / 2);
  const followed = weeks.flatMap(({ fromUs, smoothed }) =>
    smoothed === null ? [] : [{ fromUs, smoothed }],
  );
  return {
    yTicks: scale.ticks,
    yScale: scale,
    xTicks: timeTicks(axis),
    contract:
      range === null
        ? null
        : {
            low: height(range.target - range.tolerance),
            high: height(range.target + range.tolerance),
          },
    limits: followed.map(({ fromUs, smoothed }) => ({
      x: middle(fromUs),
      low: height(smoothed.low),
      high: height(smoothed.high),
    })),
    reference: null,
    baselineEnd: timePlace(axis, baseline.toUs),
    lines: stretches(followed).map((stretch) =>
      stretch.map(({ fromUs, smoothed }) => ({ x: middle(fromUs), y: height(smoothed.mean) })),
    ),
    dots: weeks.map(({ fromUs, mean }) => ({ x: middle(fromUs), y: height(mean) })),
    outside: followed
      .filter(({ smoothed }) => smoothed.isOutside)
      .map(({ fromUs, smoothed }) => ({ x: middle(fromUs), y: height(smoothed.mean) })),
    markers: placeMarkers(markers, (atUs) => timePlace(axis, atUs), plotWidthPx),
  };
}

/** Weeks without a contact are a gap of the line. */
function stretches<Week extends { readonly fromUs: number }>(
  weeks: readonly Week[],
): readonly (readonly Week[])[] {
  const all: Week[][] = [];
  for (const week of weeks) {
    const last = all.at(-1);
    const before = last?.at(-1);
    if (last === undefined || before === undefined || week.fromUs - before.fromUs > weekUs) {
      all.push([week]);
    } else last.push(week);
  }
  return all;
}

/** Lays out a thin channel's contacts: the sum after each. A marker stands before the first contact after it. */
export function plotThin({ steps, limit }: ThinDrift, markers: readonly TimeMarker[]): ControlPlot {
  const most = Math.max(limit * 1.25, ...steps.map(({ sum }) => sum));
  const scale = { from: 0, to: most };
  const place = (at: number) => (100 * at) / Math.max(1, steps.length);
  const [firstUs, lastUs] = [steps[0]?.atUs ?? Infinity, steps.at(-1)?.atUs ?? -Infinity];
  const line: Spot[] = steps.flatMap(({ sum }, at) => {
    const y = placeOn(scale, sum);
    return [
      { x: place(at), y },
      { x: place(at + 1), y },
    ];
  });
  return {
    yTicks: [0, 2, 4].map((at) => ({ at, words: String(at) })),
    yScale: scale,
    xTicks:
      steps.length < 2
        ? []
        : [
            { x: 0, words: "contact 1" },
            { x: 100, words: String(steps.length) },
          ],
    contract: null,
    limits: [],
    reference: { y: placeOn(scale, limit), words: `alarm above ${String(limit)}` },
    baselineEnd: 0,
    lines: line.length === 0 ? [] : [[{ x: 0, y: 0 }, ...line]],
    dots: [],
    outside: steps.flatMap(({ sum }, at) =>
      sum > limit ? [{ x: place(at + 1), y: placeOn(scale, sum) }] : [],
    ),
    markers: placeMarkers(
      markers.filter(({ fromUs, toUs }) => fromUs <= lastUs && (toUs ?? fromUs) >= firstUs),
      (us) => place(steps.filter(({ atUs }) => atUs < us).length),
      plotWidthPx,
    ),
  };
}
