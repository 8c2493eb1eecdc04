import { dayUs } from "@/lib/stats/zoned-time";

export const weekUs = 7 * dayUs;

/** One contact in which an AI agent spoke, and one thing about how it did. */
export type SpokenValue = {
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** The kind of case: values are compared within it, so that another mix is no drift. */
  readonly stratum: string;
  readonly value: number;
};

/** The time in which a channel spoke as it was approved. `toUs` is not part of it. */
export type Baseline = { readonly fromUs: number; readonly toUs: number };

/** Phase I of domain.md §2.2: so many weeks, and longer where there are few contacts. */
export const baselineWeeks = 8;
export const baselineContacts = 20;

/**
 * Finds a channel's baseline: the first eight weeks from an instant on, or as many more as it takes to
 * have twenty contacts. Nothing but that instant moves it.
 * @param series of the channel, ascending
 * @param asOfUs a week that has not ended by then is not part of one; microseconds since 1970
 * @returns null where there is not enough yet
 */
export function findBaseline(
  series: readonly SpokenValue[],
  fromUs: number,
  asOfUs: number,
): Baseline | null {
  const last = series.filter(({ atUs }) => atUs >= fromUs)[baselineContacts - 1];
  if (last === undefined) return null;
  const weeks = Math.max(baselineWeeks, Math.floor((last.atUs - fromUs) / weekUs) + 1);
  const toUs = fromUs + weeks * weekUs;
  return toUs <= asOfUs ? { fromUs, toUs } : null;
}

/** The contacts from an instant until before another. @param series ascending */
export function within(
  series: readonly SpokenValue[],
  fromUs: number,
  toUs: number,
): readonly SpokenValue[] {
  return series.filter(({ atUs }) => atUs >= fromUs && atUs < toUs);
}
