import {
  personaAttributeFacts,
  type PersonaAttribute,
} from "@/lib/domain/settings/persona-contract";
import type { ChannelDrift } from "@/lib/analytics/persona/drift-figures";
import type { ThinDrift } from "@/lib/analytics/persona/thin-drift";
import type { DriftWeek, WeeklyDrift } from "@/lib/analytics/persona/weekly-drift";
import type { ChartScale } from "@/lib/analytics/charts/chart-model";
import { placeAnnotations } from "@/lib/analytics/charts/place-annotations";
import { scaleOf } from "@/lib/analytics/charts/scale";
import { formatInstant } from "@/lib/format/format";
import { valueWords } from "@/lib/analytics/words/attribute-words";
import type { ControlPlot, ControlPoint } from "./persona-model";
import { timePlace, timeTicks, type TimeAxis } from "@/lib/analytics/charts/time-axis";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import * as said from "./words/drift";
import { fromTo } from "./words/page";

/** The shared scale of all channels: weekly values and the contract's range. */
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

/** The shared scale and annotations of a channel's chart. */
export type PlotFrame = {
  readonly axis: TimeAxis;
  readonly scale: ChartScale;
  readonly markers: readonly TimeMarker[];
};

/** Minimum width in px. */
const plotWidthPx = 210;

/** Plots a channel's weeks; a week without a contact is a gap. */
export function plotWeekly(
  { range, attribute }: ChannelDrift,
  { weeks, baseline }: WeeklyDrift,
  { axis, scale, markers }: PlotFrame,
): ControlPlot {
  const middle = (fromUs: number, toUs: number) => timePlace(axis, (fromUs + toUs) / 2);
  return {
    yTicks: scale.ticks,
    yScale: scale,
    xTicks: timeTicks(axis),
    contract:
      range === null
        ? null
        : {
            low: within(scale, range.target - range.tolerance),
            high: within(scale, range.target + range.tolerance),
          },
    reference: null,
    baselineEnd: timePlace(axis, baseline.toUs),
    points: weeks.flatMap((week, at) => {
      const beforeUs = weeks[at - 1]?.toUs ?? week.fromUs;
      const point = weekPoint(attribute, week, scale, middle(week.fromUs, week.toUs));
      return week.fromUs > beforeUs ? [gapAt(middle(beforeUs, week.fromUs)), point] : [point];
    }),
    isStepped: false,
    markers: placeAnnotations(markers, (atUs) => timePlace(axis, atUs), plotWidthPx),
  };
}

function weekPoint(
  attribute: PersonaAttribute,
  { fromUs, count, mean, smoothed }: DriftWeek,
  scale: ChartScale,
  x: number,
): ControlPoint {
  const value = (each: number) => valueWords(attribute, each);
  const head = said.weekFrom(formatInstant(fromUs, "day"));
  const alone = said.weekMean(count, value(mean));
  const dot = within(scale, mean);
  if (smoothed === null) {
    const words = [head, said.weekOfBaseline(alone)];
    return { x, line: null, limits: null, dot, isOutside: false, words };
  }
  const limits = fromTo(value(smoothed.low), value(smoothed.high));
  return {
    x,
    line: within(scale, smoothed.mean),
    limits: [within(scale, smoothed.low), within(scale, smoothed.high)],
    dot,
    isOutside: smoothed.isOutside,
    words: [head, alone, said.smoothed(value(smoothed.mean), limits, smoothed.isOutside)],
  };
}

function gapAt(x: number): ControlPoint {
  return { x, line: null, limits: null, dot: null, isOutside: false, words: [] };
}

/** Clamps to the scale. */
function within({ from, to }: Pick<ChartScale, "from" | "to">, value: number): number {
  return Math.min(to, Math.max(from, value));
}

/**
 * Plots a thin channel's contacts: the CUSUM after each. An annotation is placed before the first contact
 * after it.
 */
export function plotThin({ steps, limit }: ThinDrift, markers: readonly TimeMarker[]): ControlPlot {
  const most = Math.max(limit * 1.25, ...steps.map(({ sum }) => sum));
  const place = (at: number) => (100 * at) / Math.max(1, steps.length);
  const [firstUs, lastUs] = [steps[0]?.atUs ?? Infinity, steps.at(-1)?.atUs ?? -Infinity];
  const points = steps.map(({ atUs, isOff, sum }, at) => ({
    ...gapAt(place(at + 1)),
    line: sum,
    isOutside: sum > limit,
    words: [
      said.contactAt(at + 1, formatInstant(atUs, "minute")),
      isOff ? said.points.off : said.points.kept,
      said.sumAfter(sum.toFixed(2), sum > limit),
    ],
  }));
  return {
    yTicks: [0, 2, 4].map((at) => ({ at, words: String(at) })),
    yScale: { from: 0, to: most },
    xTicks:
      steps.length < 2
        ? []
        : [
            { x: 0, words: said.points.firstContact },
            { x: 100, words: String(steps.length) },
          ],
    contract: null,
    reference: { at: limit, words: said.alarmAbove(limit) },
    baselineEnd: 0,
    points: points.length === 0 ? [] : [{ ...gapAt(0), line: 0 }, ...points],
    isStepped: true,
    markers: placeAnnotations(
      markers.filter(({ fromUs, toUs }) => fromUs <= lastUs && (toUs ?? fromUs) >= firstUs),
      (us) => place(steps.filter(({ atUs }) => atUs < us).length),
      plotWidthPx,
    ),
  };
}
