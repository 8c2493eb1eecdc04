import type { SlaState } from "@/lib/domain/case/sla-state";
import { weekdays, type Settings, type Weekday } from "@/lib/domain/settings/settings";
import { formatCounted } from "@/lib/format/format";
import type { Tone } from "@/lib/format/wording";

/** Clock states as text, in display order. */
export const slaStateWords: Readonly<
  Record<SlaState, { readonly label: string; readonly tone: Tone }>
> = {
  met: { label: "Ended on time", tone: "pass" },
  breached: { label: "Ended late", tone: "fail" },
  overdue: { label: "Overdue, not closed", tone: "fail" },
  risk: { label: "At risk", tone: "warn" },
  open: { label: "On track", tone: "none" },
  paused: { label: "Paused", tone: "none" },
  none: { label: "No target", tone: "none" },
};

const dayWords: Readonly<Record<Weekday, string>> = {
  mon: "Mon",
  tue: "Tue",
  wed: "Wed",
  thu: "Thu",
  fri: "Fri",
  sat: "Sat",
  sun: "Sun",
};

/** The clock's rules: business hours, zone and source of targets, a sentence each. */
export function slaTerms(
  settings: Pick<Settings, "businessHours" | "timeZone" | "caseTypes">,
): readonly string[] {
  const { businessHours, timeZone, caseTypes } = settings;
  const holidays = businessHours.holidays.length;
  const closed = holidays === 0 ? "" : `, closed on ${formatCounted(holidays, "holiday")}`;
  const targets = Object.entries(caseTypes).flatMap(
    ([type, { resolveWithinBusinessHours: hours }]) =>
      hours === null ? [] : [`${type} ${String(hours)} h`],
  );
  const ofTypes =
    targets.length === 0
      ? "; Settings give no case type a target."
      : `, else the business hours that Settings give its type: ${targets.join(", ")}. Other types have no target.`;
  return [
    `Each case has one clock, from opening to final closing, across all its channels; it is never reset. It runs in business hours: ${weekWords(businessHours)}${closed} (${timeZone}).`,
    `The target is the due date in the traces or the CRM${ofTypes}`,
    "An event can pause the clock and say why. A case that only fell quiet was never closed, so its clock runs on unless the conversation shows that it was resolved. Lateness is counted in business hours, until the clock stops.",
  ];
}

/** Why no case has a target, and how to set one. */
export function noTargetWords({ caseTypes }: Pick<Settings, "caseTypes">): string {
  const isAnySet = Object.values(caseTypes).some(
    ({ resolveWithinBusinessHours }) => resolveWithinBusinessHours !== null,
  );
  return `No targets are set${isAnySet ? " for these cases" : ""}. A target is the number of business hours in which a type of case must be resolved, or the due date that a case’s traces send as sla.due.`;
}

/** "Mon–Fri 09:00–17:00, Sat 10:00–14:00" */
function weekWords({ week }: Settings["businessHours"]): string {
  const runs: { first: Weekday; last: Weekday; hours: string }[] = [];
  let isAdjoining = false;
  for (const day of weekdays) {
    const open = week[day];
    const hours = open === null ? null : `${clock(open.openMinute)}–${clock(open.closeMinute)}`;
    const last = runs.at(-1);
    if (hours !== null && isAdjoining && last?.hours === hours) last.last = day;
    else if (hours !== null) runs.push({ first: day, last: day, hours });
    isAdjoining = hours !== null;
  }
  if (runs.length === 0) return "never open";
  return runs
    .map(({ first, last, hours }) =>
      first === last
        ? `${dayWords[first]} ${hours}`
        : `${dayWords[first]}–${dayWords[last]} ${hours}`,
    )
    .join(", ");
}

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((each) =>
    String(each).padStart(2, "0"),
  );
  return `${hours ?? ""}:${minutes ?? ""}`;
}
