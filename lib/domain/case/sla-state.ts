/**
 * State of a case's service clock. `open`: running with time to spare; `risk`: at most a fifth of the target is left;
 * `overdue`: open beyond its target; `breached`: closed beyond it.
 */
export const slaStates = ["none", "open", "risk", "overdue", "paused", "met", "breached"] as const;
export type SlaState = (typeof slaStates)[number];

/**
 * Instants of a clock's transitions, microseconds since 1970; null if they never happen, all null without a target.
 */
type ClockInstants = {
  readonly slaDueUs: number | null;
  readonly slaRiskUs: number | null;
  /** Paused since then. */
  readonly slaPausedUs: number | null;
  /** Stopped for good. */
  readonly slaStoppedUs: number | null;
};

/** A clock's state at an instant. A clock that was overdue when paused or stopped stays overdue. */
export function slaStateAt(clock: ClockInstants, asOfUs: number): SlaState {
  const { slaDueUs: dueUs, slaRiskUs: riskUs, slaPausedUs, slaStoppedUs } = clock;
  if (dueUs === null) return "none";
  if (slaStoppedUs !== null && slaStoppedUs <= asOfUs) {
    return dueUs < slaStoppedUs ? "breached" : "met";
  }
  if (slaPausedUs !== null && slaPausedUs <= asOfUs) {
    return dueUs < slaPausedUs ? "overdue" : "paused";
  }
  if (dueUs < asOfUs) return "overdue";
  return riskUs !== null && riskUs <= asOfUs ? "risk" : "open";
}
