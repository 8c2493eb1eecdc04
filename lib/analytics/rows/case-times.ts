import { findClockStates } from "@/lib/cases/find-clock-states";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { businessUsBetween } from "@/lib/stats/time/business-time";

/** How long a case took until it was first closed. Microseconds. */
export type CaseTimes = {
  /** Of that, for how long its clock stood still, whatever for. */
  readonly pausedUs: number;
  /** Business hours between; null where its opening or its closing is not known. */
  readonly businessUs: number | null;
};

/** Reads them from a case. */
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
