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
  const instants = [fromUs, (fromUs + toUs) / 2, toUs];
  const words = tickDays(instants);
  return instants.map((atUs, index) => ({ x: timePlace(axis, atUs), words: words[index] ?? "" }));
}

/** "14 Sep" of each; "14 Sep 2026" where they are of several years. */
export function tickDays(instants: readonly number[], zone?: string): readonly string[] {
  const years = new Set(instants.map((atUs) => formatInstant(atUs, "year", zone)));
  const style = years.size > 1 ? "day" : "dayOfYear";
  return instants.map((atUs) => formatInstant(atUs, style, zone));
}

/** "14 Sep". */
export function shortDay(atUs: number): string {
  return formatInstant(atUs, "dayOfYear");
}
