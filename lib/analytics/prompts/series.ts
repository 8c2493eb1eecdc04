import type { Sums } from "@/lib/stats/sums";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { bucketAt } from "../select/bucket-at";
import { baselineWeeks } from "./weeks";

/** A week where no calendar matters: for rates and for delays between events. */
export const weekUs = 7 * dayUs;

/**
 * The cuts of a channel's time: at each of its weeks, at each change of a prompt, and at the end. The first stretch is
 * all time before. Microseconds since 1970.
 */
export type Stretches = {
  /** The start of each, ascending. */
  readonly startsUs: Float64Array;
  /** The start of each week, then the end of the last. */
  readonly weeksUs: Float64Array;
  readonly asOfUs: number;
  /** By week, the stretch that begins with it. */
  readonly ofWeek: Uint32Array;
};

/**
 * Cuts a channel's time.
 * @param weeksUs the start of each of its weeks, then the end of the last, as of `weeksFrom`
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

/** The stretch of an instant; -1: after the end. */
export function stretchOf({ startsUs, weeksUs, asOfUs, ofWeek }: Stretches, atUs: number): number {
  if (atUs > asOfUs) return -1;
  let stretch = ofWeek[bucketAt(weeksUs, atUs)] ?? 0;
  while (atUs >= (startsUs[stretch + 1] ?? Infinity)) stretch += 1;
  return stretch;
}

/** An attribute of how a channel's AI agents spoke: sums by stretch and kind of case. */
export type SpokenSums = {
  readonly stretches: Stretches;
  /** How many kinds of case there are: values are compared within them, so that a changed mix is no drift. */
  readonly kinds: number;
  /** At stretch × kinds + kind, as both below. */
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
};

/**
 * Sums contacts by cell.
 * @param cells by contact, the stretch × kinds + the kind of its case; below 0: left out
 * @param measured where each contact's value is in a column; NaN where it was not measured
 */
export function sumSpoken(
  stretches: Stretches,
  kinds: number,
  cells: Int32Array,
  { places, column }: { readonly places: Uint32Array; readonly column: Float32Array },
): SpokenSums {
  const size = stretches.startsUs.length * kinds;
  const counts = new Uint32Array(size);
  const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
  for (let contact = 0; contact < cells.length; contact += 1) {
    const cell = cells[contact] ?? -1;
    if (cell < 0) continue;
    const value = column[places[contact] ?? 0] ?? NaN;
    if (value !== value) continue;
    counts[cell] = (counts[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + value;
    squares[cell] = (squares[cell] ?? 0) + value * value;
  }
  return { stretches, kinds, counts, sums, squares };
}

/** The baseline period of a channel. `toUs` is exclusive. */
export type Baseline = { readonly fromUs: number; readonly toUs: number };

/** The least contacts of a baseline. */
export const baselineContacts = 20;

/**
 * Finds a channel's baseline: the first eight whole weeks from its start, or as many more as have twenty contacts. It
 * depends on that instant only.
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

/** Sums by kind of case, from an instant until before another; both are starts of stretches. */
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

/** The number of contacts from an instant until before another. */
export function countWithin(series: SpokenSums, fromUs: number, toUs: number): number {
  return within(series, fromUs, toUs).reduce((all, { count }) => all + count, 0);
}
