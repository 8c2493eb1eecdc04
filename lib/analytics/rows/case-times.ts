import { findClockStates } from "@/lib/cases/find-clock-states";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { businessUsBetween } from "@/lib/stats/time/business-time";

/** Durations of a case until it was first closed. Microseconds. */
export type CaseTimes = {
  /** Of that, how long its clock was paused for any reason. */
  readonly pausedUs: number;
  /** Business hours between; null where its opening or its closing is unknown. */
  readonly businessUs: number | null;
};

export function caseTimes(
  derived: Pick<DerivedCase, "openedUs" | "closing" | "reopenedUs" | "caseEvents">,
  { businessHours: hours, timeZone }: DerivationSettings,
): CaseTimes {
  const { openedUs, closing } = derived;
  if (openedUs === null || closing === null) return { pausedUs: 0, businessUs: null };
  const states = findClockStates({ ...derived, openedUs }, closing.atUs);
  return {
    pausedUs: states
      .filter(({ state }) => state === "paused")
      .reduce((sum, { fromUs, toUs }) => sum + (toUs - fromUs), 0),
    businessUs: businessUsBetween(openedUs, closing.atUs, { hours, timeZone }),
  };
}
