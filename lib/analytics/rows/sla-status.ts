import { instantsEndUs } from "@/lib/domain/instant";
import type { SlaStatus } from "@/lib/domain/case/sla-clock";
import { slaStateAt } from "@/lib/domain/case/sla-state";
import {
  addBusinessUs,
  businessUsBetween,
  type BusinessCalendar,
} from "@/lib/stats/time/business-time";
import { minuteUs } from "@/lib/stats/time/zoned-time";

/**
 * The earliest deadline that leaves a minute of business hours: a clock that runs out before can't be made in them any
 * more.
 * @param asOfUs microseconds since 1970 @returns the same, at most the end of what is counted
 */
export function workableFromUs(asOfUs: number, calendar: BusinessCalendar): number {
  return addBusinessUs(asOfUs, minuteUs, calendar) ?? instantsEndUs;
}

/**
 * Computes a clock's status at an instant: the one source of its state, due date and lateness for every page. A clock
 * paused in time keeps its remaining time; once late, it stays late until it stops, pauses included.
 */
export function slaStatusAt(
  clock: Parameters<typeof slaStateAt>[0],
  calendar: BusinessCalendar,
  asOfUs: number,
): SlaStatus {
  const { slaDueUs: dueUs, slaPausedUs, slaStoppedUs } = clock;
  const state = slaStateAt(clock, asOfUs);
  if (dueUs === null) return { state, dueUs, leftUs: 0 };
  if (state === "paused" && slaPausedUs !== null) {
    const leftUs = businessUsBetween(slaPausedUs, dueUs, calendar);
    return { state, dueUs: addBusinessUs(asOfUs, leftUs, calendar), leftUs };
  }
  const isStopped = state === "met" || state === "breached";
  const endUs = isStopped ? (slaStoppedUs ?? asOfUs) : asOfUs;
  const leftUs =
    dueUs < endUs
      ? -businessUsBetween(dueUs, endUs, calendar)
      : businessUsBetween(endUs, dueUs, calendar);
  return { state, dueUs, leftUs };
}
