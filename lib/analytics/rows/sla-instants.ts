import { closingOfClock, slaClock } from "@/lib/cases/sla-clock";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";

/**
 * The instants of a case's service clock, by its events; its state at any instant follows from these. Microseconds
 * since 1970; all null without a target.
 */
export type SlaInstants = {
  /** When the target is used up, if the clock keeps running as it last did. */
  readonly slaDueUs: number | null;
  /** When a fifth of the target is left. */
  readonly slaRiskUs: number | null;
  /** Since when the clock has been paused. */
  readonly slaPausedUs: number | null;
  readonly slaPauseReason: string | null;
  /** When the case was finally closed. */
  readonly slaStoppedUs: number | null;
};

const none: SlaInstants = {
  slaDueUs: null,
  slaRiskUs: null,
  slaPausedUs: null,
  slaPauseReason: null,
  slaStoppedUs: null,
};

/** Computes them from a case. */
export function slaInstants(derived: DerivedCase, settings: DerivationSettings): SlaInstants {
  const { reopenedUs, lastContactUs, openedUs, caseEvents } = derived;
  const known = [openedUs, lastContactUs, reopenedUs, closingOfClock(derived)?.atUs ?? null];
  const lastUs = [...known, ...caseEvents.map(({ atUs }) => atUs)].reduce<number>(
    (latest, each) => Math.max(latest, each ?? 0),
    0,
  );
  const endUs = lastUs + 1;
  const clock = slaClock(derived, settings, endUs);
  const last = clock.segments.at(-1);
  if (clock.dueUs === null || last === undefined) return none;
  const isPaused = last.state === "paused" && last.toUs === endUs;
  return {
    slaDueUs: clock.dueUs,
    slaRiskUs: clock.riskUs,
    slaPausedUs: isPaused ? last.fromUs : null,
    slaPauseReason: isPaused ? last.reason : null,
    slaStoppedUs: last.toUs < endUs ? last.toUs : null,
  };
}
