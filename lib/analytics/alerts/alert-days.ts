import { windowDays, type AlertWindow } from "@/lib/domain/alerts/alert-window";
import { isoDay } from "@/lib/format/format";
import { dayUs, wallTimeAt } from "@/lib/stats/time/zoned-time";
import type { AlertDays } from "./alert-reading";

/**
 * The days of a window up to that of an instant.
 * @param atUs microseconds since 1970
 * @param timeZone whose days are meant, an IANA name
 */
export function alertDays(window: AlertWindow, atUs: number, timeZone: string): AlertDays {
  const { day } = wallTimeAt(atUs, timeZone);
  return { from: isoDay((day - windowDays[window] + 1) * dayUs), to: isoDay(day * dayUs) };
}
