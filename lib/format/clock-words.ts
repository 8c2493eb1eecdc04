import type { SlaStatus } from "@/lib/domain/case/sla-clock";
import { displayZone, formatBusinessTime, formatInstant } from "./format";

const minuteUs = 60_000_000;

/**
 * How late a clock is, or was when it stopped: "9 business hours late"; without business time since the
 * target passed: "time ran out Fri 20 Nov, 17:00".
 * @returns null where it is not late
 */
export function lateWords(
  { state, dueUs, leftUs }: SlaStatus,
  zone: string = displayZone(),
): string | null {
  if (dueUs === null || (state !== "overdue" && state !== "breached")) return null;
  return -leftUs < minuteUs
    ? `time ran out ${formatInstant(dueUs, "weekdayTime", zone)}`
    : `${formatBusinessTime(-leftUs)} late`;
}

/** The same, else what is left: "3 business hours left"; without business time left, "ends before business hours". */
export function leftWords(status: SlaStatus, zone: string = displayZone()): string {
  const { leftUs } = status;
  const late = lateWords(status, zone);
  if (late !== null) return late;
  if (leftUs <= 0) return "ends before business hours";
  return leftUs < minuteUs ? "less than a minute left" : `${formatBusinessTime(leftUs)} left`;
}
