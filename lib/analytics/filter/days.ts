import { dayUs } from "@/lib/stats/time/zoned-time";
import { single } from "@/lib/format/address/field";
import { isoDay } from "@/lib/format/format";

/** Days since 1970-01-01, the last one included. */
export type Days = { readonly from: number; readonly to: number };

/** Days as text: "2026-11-02" or "2026-11-02..2026-11-08". */
export function writeDays({ from, to }: Days): string {
  const first = isoDay(from * dayUs);
  return from === to ? first : `${first}..${isoDay(to * dayUs)}`;
}

/** The inverse of `writeDays`. @returns null where the text is none of its results */
export function readDays(text: string): Days | null {
  const [first = "", last = first] = text.split("..");
  const [from, to] = [first, last].map((each) => Math.floor((Date.parse(each) * 1000) / dayUs));
  if (from === undefined || to === undefined || !(from <= to)) return null;
  return writeDays({ from, to }) === text ? { from, to } : null;
}

/** A parameter of days, see `writeDays`. */
export const daysParam = single((given) => (readDays(given) === null ? undefined : given));
