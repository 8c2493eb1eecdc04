import type { Weekday } from "@/lib/domain/settings/settings";
import { formatCounted } from "@/lib/format/format";

export const dayWords: Readonly<Record<Weekday, string>> = {
  mon: "Mon",
  tue: "Tue",
  wed: "Wed",
  thu: "Thu",
  fri: "Fri",
  sat: "Sat",
  sun: "Sun",
};

/** The clock's rules. */
export const terms = {
  title: "How the clock counts",
  neverOpen: "no business hours are set",
  noTypeTargets: "; Settings give no case type a target.",
  pauses:
    "An event can pause the clock and say why. A case that only fell quiet was never closed, so its clock runs on unless the conversation shows that it was resolved. Lateness is counted in business hours, until the clock stops.",
} as const;

/** @param holidays days */
export function closedOn(holidays: number): string {
  return `, closed on ${formatCounted(holidays, "holiday")}`;
}

export function typeTarget(type: string, hours: number): string {
  return `${type} ${String(hours)} h`;
}

/** @param targets "refund 8 h, outage 4 h" */
export function typeTargets(targets: string): string {
  return `, else the business hours that Settings give its type: ${targets}. Other types have no target.`;
}

/** @param hours "Mon–Fri 09:00–17:00" @param closed ", closed on 2 holidays", or "" */
export function oneClock(hours: string, closed: string, timeZone: string): string {
  return `Each case has one clock, from opening to final closing, across all its channels; it is never reset. It runs in business hours: ${hours}${closed} (${timeZone}).`;
}

/** @param ofTypes how the sentence goes on: which types have a target */
export function targetIs(ofTypes: string): string {
  return `The target is the due date in the traces or the CRM${ofTypes}`;
}
