import type { SlaStatus } from "@/lib/domain/case/sla-clock";
import { slaStateAt } from "@/lib/domain/case/sla-state";
import {
  addBusinessUs,
  businessUsBetween,
  type BusinessCalendar,
} from "@/lib/stats/time/business-time";

/**
 * Reads how a clock stands as of an instant from what it does when. Every page takes a clock's state, its due
 * date and how late it is from here. A clock that is paused in time keeps what is left; once it is late, it is
 * late until it stops, pauses included.
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
