import { dayUs } from "@/lib/stats/time/zoned-time";
import { formatInstant } from "@/lib/format/format";

/** A period that charts share. */
export type TimeAxis = { readonly fromUs: number; readonly toUs: number };

/** An instant's position on it, in per cent. */
export function timePlace({ fromUs, toUs }: TimeAxis, atUs: number): number {
  const share = (atUs - fromUs) / Math.max(1, toUs - fromUs);
  return 100 * Math.min(1, Math.max(0, share));
}

/** The first day, the last, and one between. */
export function timeTicks(
  axis: TimeAxis,
): readonly { readonly x: number; readonly words: string }[] {
  const { fromUs, toUs } = axis;
  if (toUs - fromUs < 3 * dayUs) return [{ x: 0, words: shortDay(fromUs) }];
  return [fromUs, (fromUs + toUs) / 2, toUs].map((atUs) => ({
    x: timePlace(axis, atUs),
    words: shortDay(atUs),
  }));
}

/** "14 Sep". */
export function shortDay(atUs: number): string {
  return formatInstant(atUs, "dayOfYear");
}
