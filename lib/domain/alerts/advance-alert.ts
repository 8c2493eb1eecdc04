import {
  newAlertState,
  type AlertEndReason,
  type AlertEvent,
  type AlertState,
  type AlertStep,
  type AlertTerms,
  type AlertVerdict,
} from "./alert-state";

/** A verdict stands until the next look, but no longer than this: nobody knows what was between; microseconds. */
export const carriedUs = 600_000_000;

/**
 * Advances a rule by one look at the data. Looks that see the same, and are at most `carriedUs` apart, change nothing
 * by their number: what began, fired and ended has the same time. What is over by now is not sent.
 * @param nowUs the instant of the look, not before the state's
 */
export function advanceAlert(
  terms: AlertTerms,
  before: AlertState,
  verdict: AlertVerdict,
  nowUs: number,
): AlertStep {
  const events: AlertEvent[] = [];
  const untilUs = verdict === "holds" ? nowUs : Math.min(nowUs, before.seenUs + carriedUs);
  let state = fireIfDue(terms, before, untilUs, events);
  state = applyVerdict(state, verdict, nowUs, events);
  state = fireIfDue(terms, state, nowUs, events);
  state = sendIfDue(terms, state, nowUs, events);
  return { state: { ...state, seenUs: nowUs }, events };
}

/** Notes who knows of a firing alert: it is not sent again before it ended. @returns null where it is not firing */
export function acknowledgeAlert(before: AlertState, by: string, nowUs: number): AlertStep | null {
  if (before.status !== "firing" || before.acknowledged !== null) return null;
  const events: AlertEvent[] = [{ kind: "acknowledged", atUs: nowUs }];
  return { state: { ...before, acknowledged: { by, atUs: nowUs } }, events };
}

/** Keeps a rule from being sent for a while. @param untilUs null: it is sent again */
export function muteAlert(before: AlertState, untilUs: number | null, nowUs: number): AlertStep {
  const events: AlertEvent[] = [{ kind: untilUs === null ? "unmuted" : "muted", atUs: nowUs }];
  return { state: { ...before, mutedUntilUs: untilUs }, events };
}

/**
 * Restarts a rule that means something else from now on: a firing ends. When it was sent and until when it is muted
 * stay.
 */
export function restartAlert(before: AlertState, nowUs: number): AlertStep {
  const { status, sentUs, mutedUntilUs } = before;
  return {
    state: { ...newAlertState(nowUs), sentUs, mutedUntilUs },
    events: status === "firing" ? endOf(before, "changed", nowUs) : [],
  };
}

/** The end of a firing: whoever was sent its beginning is sent its end, acknowledged or not, unless it is muted. */
function endOf(firing: AlertState, why: AlertEndReason, nowUs: number): readonly AlertEvent[] {
  const wasSent = firing.sentUs !== null && firing.sentUs >= firing.sinceUs;
  const ended: AlertEvent = { kind: "ended", atUs: nowUs };
  if (!wasSent || isMuted(firing, nowUs)) return [ended];
  return [ended, { kind: "end-sent", atUs: nowUs, why }];
}

function isMuted({ mutedUntilUs }: AlertState, nowUs: number): boolean {
  return mutedUntilUs !== null && nowUs < mutedUntilUs;
}

function applyVerdict(
  before: AlertState,
  verdict: AlertVerdict,
  nowUs: number,
  events: AlertEvent[],
): AlertState {
  const isHeld = before.status === "holding" || before.status === "firing";
  if (verdict === "holds") {
    if (isHeld) return before;
    events.push({ kind: "started", atUs: nowUs });
    return { ...before, status: "holding", sinceUs: nowUs, heldSinceUs: nowUs };
  }
  if (before.status === verdict) return before;
  if (before.status === "firing") events.push(...endOf(before, verdict, nowUs));
  if (before.status === "holding") events.push({ kind: "passed", atUs: nowUs });
  if (verdict === "few") events.push({ kind: "few", atUs: nowUs });
  return { ...before, status: verdict, sinceUs: nowUs, heldSinceUs: null, acknowledged: null };
}

function fireIfDue(
  { durationUs }: AlertTerms,
  before: AlertState,
  untilUs: number,
  events: AlertEvent[],
): AlertState {
  if (before.status !== "holding" || before.heldSinceUs === null) return before;
  const dueUs = before.heldSinceUs + durationUs;
  if (dueUs > untilUs) return before;
  events.push({ kind: "fired", atUs: dueUs });
  return { ...before, status: "firing", sinceUs: dueUs };
}

function sendIfDue(
  { coolDownUs }: AlertTerms,
  before: AlertState,
  nowUs: number,
  events: AlertEvent[],
): AlertState {
  const { status, acknowledged, sentUs } = before;
  if (status !== "firing" || acknowledged !== null || isMuted(before, nowUs)) return before;
  if (sentUs !== null && nowUs < sentUs + coolDownUs) return before;
  events.push({ kind: "sent", atUs: nowUs });
  return { ...before, sentUs: nowUs };
}
