import { weekdays, type Settings, type Weekday } from "@/lib/domain/settings/settings";
import { noTargets } from "./words/page";
import {
  closedOn,
  dayWords,
  oneClock,
  targetIs,
  terms,
  typeTarget,
  typeTargets,
} from "./words/terms";

/** The clock's rules: business hours, zone and source of targets, a sentence each. */
export function slaTerms(
  settings: Pick<Settings, "businessHours" | "timeZone" | "caseTypes">,
): readonly string[] {
  const { businessHours, timeZone, caseTypes } = settings;
  const holidays = businessHours.holidays.length;
  const closed = holidays === 0 ? "" : closedOn(holidays);
  const targets = Object.entries(caseTypes).flatMap(
    ([type, { resolveWithinBusinessHours: hours }]) =>
      hours === null ? [] : [typeTarget(type, hours)],
  );
  const ofTypes = targets.length === 0 ? terms.noTypeTargets : typeTargets(targets.join(", "));
  return [oneClock(weekWords(businessHours), closed, timeZone), targetIs(ofTypes), terms.pauses];
}

/** Why no case has a target, and how to set one. */
export function noTargetWords({ caseTypes }: Pick<Settings, "caseTypes">): string {
  const isAnySet = Object.values(caseTypes).some(
    ({ resolveWithinBusinessHours }) => resolveWithinBusinessHours !== null,
  );
  return `${isAnySet ? noTargets.setForThese : noTargets.set} ${noTargets.target}`;
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
  if (runs.length === 0) return terms.neverOpen;
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
