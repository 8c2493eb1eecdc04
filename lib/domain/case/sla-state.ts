/**
 * Where a case stands with its one service clock. `open`: running with time to spare; `risk`: a fifth of
 * the target or less is left; `overdue`: open beyond its target; `breached`: closed beyond it.
 */
export const slaStates = ["none", "open", "risk", "overdue", "paused", "met", "breached"] as const;
export type SlaState = (typeof slaStates)[number];

/** What a clock does when, microseconds since 1970; null where it never does, all null without a target. */
type ClockInstants = {
  readonly slaDueUs: number | null;
  readonly slaRiskUs: number | null;
  /** Paused since then. */
  readonly slaPausedUs: number | null;
  /** Stopped for good. */
  readonly slaStoppedUs: number | null;
};

/**
 * Reads a clock's state as of an instant, from what its events say. A clock that was overdue when it was
 * paused or stopped stays that: a pause forgives nothing.
 */
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
