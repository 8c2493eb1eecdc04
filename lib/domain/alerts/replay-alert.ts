import { advanceAlert } from "./advance-alert";
import { newAlertState, type AlertTerms, type AlertVerdict } from "./alert-state";

/** A look at the data in the past. */
export type PastLook = { readonly verdict: AlertVerdict; readonly atUs: number };

/** When it would have fired, and when that would have ended; null: not yet. Microseconds since 1970. */
export type PastFiring = { readonly fromUs: number; readonly toUs: number | null };

/** When a rule would have fired, had it been looked at like this. @param looks in the order of time */
export function replayAlert(terms: AlertTerms, looks: readonly PastLook[]): readonly PastFiring[] {
  let state = newAlertState(looks[0]?.atUs ?? 0);
  const firings: { fromUs: number; toUs: number | null }[] = [];
  for (const { verdict, atUs } of looks) {
    const step = advanceAlert(terms, state, verdict, atUs);
    ({ state } = step);
    for (const event of step.events) {
      const last = firings.at(-1);
      if (event.kind === "fired") firings.push({ fromUs: event.atUs, toUs: null });
      else if (event.kind === "ended" && last !== undefined) last.toUs = event.atUs;
    }
  }
  return firings;
}
