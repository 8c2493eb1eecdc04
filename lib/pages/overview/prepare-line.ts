import type { Metric } from "@/lib/analytics/metrics/metric";
import type { WeekFigure } from "@/lib/analytics/outcomes/weekly-figures";
import { dayUs } from "@/lib/stats/time/zoned-time";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ChartCell } from "@/lib/analytics/charts/chart-model";
import type { LineModel } from "@/lib/analytics/charts/line-model";
import { annotationsIn, placeAnnotations } from "@/lib/analytics/charts/place-annotations";
import { placeOn, scaleOf } from "@/lib/analytics/charts/scale";
import { tickDays, timePlace } from "@/lib/analytics/charts/time-axis";
import { countingZone, formatCount, formatInstant, isoDay } from "@/lib/format/format";
import { percentTick, rateWords } from "@/lib/format/share-words";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import { listHref } from "@/lib/analytics/words/overview-links";
import { weekWords } from "./words";

/** The shared input of a page's lines. */
export type WeekFacts = {
  /** By metric id, one entry per week. */
  readonly figures: ReadonlyMap<string, readonly WeekFigure[]>;
  /** Start of each week, then the end of the last: days as midnight in UTC. */
  readonly daysUs: readonly number[];
  /** The same as instants. */
  readonly startsUs: readonly number[];
};

/** Maximum share of undecided cases of a settled week. */
const waitingMax = 0.1;
/** Minimum width in px. */
const widthPx = 180;

type Week = WeekFigure & {
  /** "2 Nov – 8 Nov 2026". */
  readonly words: string;
  readonly value: number | null;
  readonly isHollow: boolean;
  readonly dayUs: number;
  readonly nextDayUs: number;
  readonly fromUs: number;
  readonly toUs: number;
};

/**
 * Prepares a weekly line. A week without a decided case is a gap.
 * @param cases the filter
 * @returns null: fewer than two weeks
 */
export function prepareLine(
  metric: Metric,
  { figures, daysUs, startsUs }: WeekFacts,
  cases: CasesQuery,
  markers: readonly TimeMarker[],
): LineModel | null {
  const weeks = (figures.get(metric.id) ?? []).map((figure, at): Week => {
    const { of, waiting, sum } = figure;
    return {
      ...figure,
      words: weekDates(daysUs[at] ?? 0, daysUs[at + 1] ?? 0),
      value: of === 0 ? null : sum / of,
      isHollow: waiting > waitingMax * (of + waiting),
      dayUs: daysUs[at] ?? 0,
      nextDayUs: daysUs[at + 1] ?? 0,
      fromUs: startsUs[at] ?? 0,
      toUs: startsUs[at + 1] ?? 0,
    };
  });
  const values = weeks.flatMap(({ value }) => value ?? []);
  if (values.length < 2) return null;
  const isShare = metric.unit === "share";
  const tickWords = (value: number) => (isShare ? percentTick(value) : value.toFixed(1));
  const scale = scaleOf(
    values.map((value) => ({ value, interval: null, hollow: null })),
    { least: 0, most: isShare ? 1 : Math.max(...values) + 1, reference: null, wordsOf: tickWords },
  );
  const axis = { fromUs: startsUs[0] ?? 0, toUs: startsUs.at(-1) ?? 1 };
  const spotOf = ({ fromUs, toUs, value }: Week): readonly [number, number] => [
    timePlace(axis, (fromUs + toUs) / 2),
    placeOn(scale, value ?? 0),
  ];
  return {
    label: labelOf(metric, weeks),
    dots: weeks.flatMap((week) => {
      if (week.value === null) return [];
      const [x, y] = spotOf(week);
      return [
        { x, y, isHollow: week.isHollow, words: `${week.words}: ${weekFigure(metric, week)}` },
      ];
    }),
    pieces: weeks.slice(1).flatMap((week, at) => {
      const before = weeks[at];
      if (before === undefined || before.value === null || week.value === null) return [];
      const isDashed = before.isHollow || week.isHollow;
      return [{ from: spotOf(before), to: spotOf(week), isDashed }];
    }),
    yScale: scale,
    yTicks: [scale.ticks[0], scale.ticks.at(-1)].flatMap((tick) => tick ?? []),
    xTicks: tickDays(
      [weeks[0]?.dayUs ?? 0, (weeks.at(-1)?.nextDayUs ?? dayUs) - dayUs],
      countingZone,
    ).map((words, index) => ({ x: 100 * index, words })),
    annotations: placeAnnotations(markers, (atUs) => timePlace(axis, atUs), widthPx),
    table: tableOf(metric, weeks, cases, markers),
  };
}

/** "64%, 14 of 22 cases"; "1.88, 22 cases". */
function weekFigure(metric: Metric, { of, sum, waiting, value }: Week): string {
  if (value === null) return weekWords.noneJudged;
  const figure = metric.unit === "share" ? rateWords({ hits: sum, of }) : value.toFixed(2);
  const early = waiting === 0 ? "" : weekWords.early(waiting);
  return `${weekWords.judged(figure, of)}${early}`;
}

/** "30 Aug – 5 Sept 2026"; both days with a year where it changes. */
function weekDates(first: number, nextDayUs: number): string {
  const words = (atUs: number, style: "day" | "dayOfYear" | "year") =>
    formatInstant(atUs, style, countingZone);
  const last = nextDayUs - dayUs;
  if (first === last) return words(first, "day");
  const isOfOneYear = words(first, "year") === words(last, "year");
  return `${words(first, isOfOneYear ? "dayOfYear" : "day")} – ${words(last, "day")}`;
}

function labelOf(metric: Metric, weeks: readonly Week[]): string {
  const known = weeks.filter(({ value }) => value !== null);
  const sorted = known.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  const tell = (week: Week | undefined) =>
    week === undefined ? "" : weekWords.inWeek(weekFigure(metric, week), week.words);
  const hollow = weeks.filter(({ isHollow }) => isHollow).length;
  const early = hollow === 0 ? "" : weekWords.hollow(hollow);
  return weekWords.label(metric.name, tell(sorted[0]), tell(sorted.at(-1)), early);
}

function tableOf(
  metric: Metric,
  weeks: readonly Week[],
  cases: CasesQuery,
  markers: readonly TimeMarker[],
): LineModel["table"] {
  return {
    columns: weekWords
      .columns(metric.name)
      .map((words, at) => ({ words, isNumber: at > 0 && at < 4 })),
    rows: weeks.map((week): ChartCell[] => {
      const period = { from: isoDay(week.dayUs), to: isoDay(week.nextDayUs - dayUs) };
      const linked = (subset: "denominator" | "waiting", count: number): ChartCell => ({
        words: formatCount(count),
        ...(count === 0
          ? {}
          : { href: listHref({ ...cases, period }, { metric: { id: metric.id, subset } }) }),
      });
      const { value, of, sum, waiting } = week;
      const figure = metric.unit === "share" ? rateWords({ hits: sum, of }) : value?.toFixed(2);
      return [
        { words: week.words },
        { words: figure ?? "–" },
        linked("denominator", of),
        linked("waiting", waiting),
        { words: annotationsIn(markers, week) },
      ];
    }),
  };
}
