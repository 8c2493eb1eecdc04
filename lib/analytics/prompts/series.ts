import type { Sums } from "@/lib/stats/sums";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { bucketAt } from "../select/bucket-at";
import { baselineWeeks } from "./weeks";

/** How long a week is where no calendar matters: what is told of rates and of how soon one thing follows another. */
export const weekUs = 7 * dayUs;

/**
 * Where the time of a channel is cut: at each of its weeks, at each change of a prompt, and at the end. The
 * first stretch is all that was before. Microseconds since 1970.
 */
export type Stretches = {
  /** Where each begins, ascending. */
  readonly startsUs: Float64Array;
  /** Where each week begins, then where the last ends. */
  readonly weeksUs: Float64Array;
  readonly asOfUs: number;
  /** By week, the stretch that begins with it. */
  readonly ofWeek: Uint32Array;
};

/**
 * Cuts a channel's time.
 * @param weeksUs where each of its weeks begins, then where the last ends, as of `weeksFrom`
 * @param cutsUs changes of prompts
 */
export function cutTime(
  weeksUs: Float64Array,
  cutsUs: readonly number[],
  asOfUs: number,
): Stretches {
  const beginUs = weeksUs[0] ?? asOfUs;
  const starts = weeksUs.subarray(0, -1);
  const cuts = cutsUs.filter((each) => each > beginUs && each < asOfUs);
  const all = [...new Set([-Infinity, ...starts, ...cuts, asOfUs])].sort((a, b) => a - b);
  const places = new Map(all.map((start, at) => [start, at]));
  return {
    ...{ startsUs: Float64Array.from(all), weeksUs, asOfUs },
    ofWeek: Uint32Array.from(starts, (start) => places.get(start) ?? 0),
  };
}

/** The stretch that an instant lies in; -1: it is beyond the end. */
export function stretchOf({ startsUs, weeksUs, asOfUs, ofWeek }: Stretches, atUs: number): number {
  if (atUs > asOfUs) return -1;
  let stretch = ofWeek[bucketAt(weeksUs, atUs)] ?? 0;
  while (atUs >= (startsUs[stretch + 1] ?? Infinity)) stretch += 1;
  return stretch;
}

/** One thing about how a channel's AI agents spoke: sums by stretch of time and kind of case. */
export type SpokenSums = {
  readonly stretches: Stretches;
  /** How many kinds of case there are: values are compared within them, so that another mix is no drift. */
  readonly kinds: number;
  /** At stretch × kinds + kind, as both below. */
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
};

/**
 * Sums contacts up.
 * @param cells by contact, the stretch × kinds + the kind of its case; below 0: left out
 * @param values by contact; NaN where it was not measured
 */
export function sumSpoken(
  stretches: Stretches,
  kinds: number,
  cells: Int32Array,
  values: Float64Array,
): SpokenSums {
  const size = stretches.startsUs.length * kinds;
  const counts = new Uint32Array(size);
  const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
  for (let contact = 0; contact < cells.length; contact += 1) {
    const cell = cells[contact] ?? -1;
    const value = values[contact] ?? NaN;
    if (cell < 0 || value !== value) continue;
    counts[cell] = (counts[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + value;
    squares[cell] = (squares[cell] ?? 0) + value * value;
  }
  return { stretches, kinds, counts, sums, squares };
}

/** The time in which a channel spoke as it was approved. `toUs` is not part of it. */
export type Baseline = { readonly fromUs: number; readonly toUs: number };

/** A baseline of fewer is made longer. */
export const baselineContacts = 20;

/**
 * Finds a channel's baseline: the first eight weeks from where it begins, or as many more as it takes to
 * have twenty contacts. Nothing but that instant moves it; a week that has not ended is not part of one.
 * @returns null where there is not enough yet
 */
export function findBaseline(series: SpokenSums): Baseline | null {
  const { startsUs, weeksUs, asOfUs } = series.stretches;
  let [count, stretch] = [0, 0];
  while (count < baselineContacts) {
    stretch += 1;
    if (stretch >= startsUs.length) return null;
    count += countWithin(series, startsUs[stretch] ?? NaN, startsUs[stretch + 1] ?? Infinity);
  }
  const last = bucketAt(weeksUs, startsUs[stretch] ?? NaN);
  const fromUs = weeksUs[0] ?? NaN;
  const toUs = weeksUs[Math.max(baselineWeeks, last + 1)] ?? Infinity;
  return toUs <= asOfUs ? { fromUs, toUs } : null;
}

/** By kind of case, what there is from an instant until before another; both are where stretches begin. */
export function within(
  { stretches: { startsUs }, kinds, counts, sums, squares }: SpokenSums,
  fromUs: number,
  toUs: number,
): readonly Sums[] {
  const found = Array.from({ length: kinds }, () => ({ count: 0, sum: 0, squares: 0 }));
  const first = startsUs.findIndex((start) => start >= fromUs);
  for (let at = first; at >= 0 && (startsUs[at] ?? Infinity) < toUs; at += 1) {
    found.forEach((own, kind) => {
      const cell = at * kinds + kind;
      own.count += counts[cell] ?? 0;
      own.sum += sums[cell] ?? 0;
      own.squares += squares[cell] ?? 0;
    });
  }
  return found;
}

/** How many contacts there are from an instant until before another. */
export function countWithin(series: SpokenSums, fromUs: number, toUs: number): number {
  return within(series, fromUs, toUs).reduce((all, { count }) => all + count, 0);
}
