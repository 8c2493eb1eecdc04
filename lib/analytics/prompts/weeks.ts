import { instantAt, wallTimeAt } from "@/lib/stats/time/zoned-time";

/** When the contract in force was approved. */
export type Approved = {
  /** Microseconds since 1970; null where none is in force. */
  readonly approvedUs: number | null;
  /** True where none was approved before it. */
  readonly isFirst: boolean;
};

/** Weeks of a baseline (phase I of the control chart); more where there are few contacts. */
export const baselineWeeks = 8;

/**
 * Where a workspace's baselines begin, microseconds since 1970: with the day of the first contact or, where
 * the contract was approved later, at that minute, so that nothing said before it on that day counts. The
 * first contract has the eight weeks before the day of its approval, where there are so many.
 * @param firstUs the first contact in which an AI agent spoke
 * @param timeZone the display zone, an IANA name
 */
export function baselineFrom(
  firstUs: number,
  { approvedUs, isFirst }: Approved,
  timeZone: string,
): number {
  const firstDayUs = midnightBefore(firstUs, 0, timeZone);
  if (approvedUs === null || approvedUs <= firstUs) return firstDayUs;
  const lookedBackOn = midnightBefore(approvedUs, 7 * baselineWeeks, timeZone);
  return isFirst && firstDayUs <= lookedBackOn ? lookedBackOn : approvedUs;
}

/**
 * The weeks from an instant on: seven days each by the zone's calendar, an hour longer or shorter where clocks
 * change. The first begins at the instant itself, the others at midnight of the weekday of that instant.
 * @param fromUs microseconds since 1970
 * @param asOfUs the last of them holds it; none where it lies before them
 * @param timeZone the display zone, an IANA name
 * @returns where each begins, then where the last ends
 */
export function weeksFrom(fromUs: number, asOfUs: number, timeZone: string): Float64Array {
  const { day } = wallTimeAt(fromUs, timeZone);
  const starts = [fromUs];
  for (let nextUs = fromUs; nextUs <= asOfUs; starts.push(nextUs)) {
    nextUs = instantAt(day + 7 * starts.length, 0, timeZone);
  }
  return Float64Array.from(starts);
}

/** The midnight so many days before the day of an instant. */
function midnightBefore(atUs: number, days: number, timeZone: string): number {
  return instantAt(wallTimeAt(atUs, timeZone).day - days, 0, timeZone);
}
