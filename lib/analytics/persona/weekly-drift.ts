import { ewmaChart } from "@/lib/stats/charts/ewma-chart";
import { noneAcknowledged, type Alarm, type Alarms } from "./alarm";
import { effectOf, leastContacts, type Effect } from "./effect";
import { referenceOf, residualOf, type Reference } from "./reference";
import { within, type Baseline, type SpokenSums } from "../prompts/series";

/** One week in which the channel had contacts. Values are in the measure's own unit. */
export type DriftWeek = {
  /** Its start and its exclusive end, microseconds since 1970. */
  readonly fromUs: number;
  readonly toUs: number;
  readonly count: number;
  /** The week alone, at the baseline's mix. */
  readonly mean: number;
  /** The weighted mean of this week and those before, and its limits; null in the baseline. */
  readonly smoothed: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly isOutside: boolean;
  } | null;
};

/** The chart of a channel with contacts every week. */
export type WeeklyDrift = Alarms & {
  readonly kind: "weekly";
  readonly baseline: Baseline;
  readonly reference: Reference;
  readonly weeks: readonly DriftWeek[];
  /** Since the last change of a prompt, else since the baseline; null where nothing followed. */
  readonly effect: Effect | null;
};

export type DriftRule = {
  /** The smallest change that matters, in the measure's unit. */
  readonly least: number;
  /** Prompt changes on the channel, ascending, microseconds since 1970; the series is cut there. */
  readonly changes: readonly number[];
};

/**
 * The persona chart: an EWMA of weekly standardised residuals against the channel's own approved
 * baseline. Each week is standardised by its own number of contacts, and by how much the baseline's
 * weeks varied beyond that (Laney 2002). It alarms where the chart signals, the effect since the last
 * change of a prompt reaches the least that matters, and rests on thirty contacts; once each time that
 * it leaves the limits.
 * @param series of the channel
 */
export function weeklyDrift(
  series: SpokenSums,
  baseline: Baseline,
  { least, changes }: DriftRule,
): WeeklyDrift {
  const { asOfUs } = series.stretches;
  const reference = referenceOf(within(series, baseline.fromUs, baseline.toUs), least / 2);
  const early = weeksOf(series, baseline.fromUs, baseline.toUs, reference);
  const later = weeksOf(series, baseline.toUs, asOfUs, reference);
  const excess = betweenWeeks(early);
  const chart = ewmaChart(
    later.map(({ standard }) => standard / excess),
    { centreErrors: later.map(({ centreError }) => centreError / excess) },
  );
  const usual = later.reduce((sum, { count }) => sum + count, 0) / Math.max(1, later.length);
  const unit = (reference.spread * excess) / Math.sqrt(Math.max(1, usual));
  const weeks: DriftWeek[] = [
    ...early.map(({ fromUs, toUs, count, mean }) => ({
      fromUs,
      toUs,
      count,
      mean,
      smoothed: null,
    })),
    ...later.map(({ fromUs, toUs, count, mean }, at) => ({
      ...{ fromUs, toUs, count, mean },
      smoothed: smoothedOf(chart[at], reference.mean, unit),
    })),
  ];
  const effectAt = (untilUs: number) => {
    const sinceUs = changes.findLast((each) => each < untilUs && each > baseline.toUs);
    const fromUs = sinceUs ?? baseline.toUs;
    return effectOf(within(series, fromUs, untilUs), reference, fromUs);
  };
  const alarms = findAlarms(weeks, reference.mean, effectAt, least);
  return {
    ...{ kind: "weekly", baseline, reference, weeks, effect: effectAt(asOfUs) },
    ...noneAcknowledged(alarms),
  };
}

type Week = {
  readonly fromUs: number;
  readonly toUs: number;
  readonly count: number;
  readonly mean: number;
  readonly standard: number;
  readonly centreError: number;
};

function weeksOf(
  series: SpokenSums,
  fromUs: number,
  toUs: number,
  reference: Reference,
): readonly Week[] {
  const { weeksUs } = series.stretches;
  const starts = [...weeksUs.subarray(0, -1)];
  return starts.flatMap((startUs, week) => {
    if (startUs < fromUs || startUs >= toUs) return [];
    const endUs = weeksUs[week + 1] ?? NaN;
    const contacts = within(series, startUs, Math.min(endUs, toUs));
    const residual = residualOf(contacts, reference);
    if (residual === null) return [];
    const { count, mean, centreError } = residual;
    const error = reference.spread / Math.sqrt(count);
    return [
      {
        ...{ fromUs: startUs, toUs: endUs, count, mean: reference.mean + mean },
        ...{ standard: mean / error, centreError: centreError / error },
      },
    ];
  });
}

/** The overdispersion of the baseline's weeks; 1 where there is none. */
function betweenWeeks(weeks: readonly Week[]): number {
  const squares = weeks.reduce((sum, { standard }) => sum + standard ** 2, 0);
  return Math.max(1, Math.sqrt(squares / Math.max(1, weeks.length - 1)));
}

function smoothedOf(
  point: ReturnType<typeof ewmaChart>[number] | undefined,
  mean: number,
  unit: number,
): DriftWeek["smoothed"] {
  if (point === undefined) return null;
  const reach = point.limit * unit;
  return {
    mean: mean + point.mean * unit,
    low: mean - reach,
    high: mean + reach,
    isOutside: point.isSignal,
  };
}

function findAlarms(
  weeks: readonly DriftWeek[],
  mean: number,
  effectAt: (untilUs: number) => Effect | null,
  least: number,
): Alarm[] {
  const alarms: Alarm[] = [];
  let first: DriftWeek | null = null;
  for (const week of weeks) {
    const { smoothed, toUs: atUs } = week;
    if (smoothed?.isOutside !== true) {
      first = null;
      continue;
    }
    first ??= week;
    if (alarms.at(-1)?.outsideUs === first.fromUs) continue;
    const effect = effectAt(atUs);
    if (effect === null || effect.count < leastContacts) continue;
    const isSameWay = Math.sign(effect.value) === Math.sign(smoothed.mean - mean);
    if (!isSameWay || Math.abs(effect.value) < least) continue;
    alarms.push({ outsideUs: first.fromUs, outsideToUs: first.toUs, atUs, effect });
  }
  return alarms;
}
