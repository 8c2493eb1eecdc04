import type { AlertStep } from "@/lib/domain/alerts/alert-state";
import { termsOf, type StoredAlertRule } from "@/lib/domain/alerts/alert-rule";
import { advanceAlert, restartAlert } from "@/lib/domain/alerts/advance-alert";
import { coversScope, type Scope } from "@/lib/domain/people/permission";
import type { AlertObservation } from "@/lib/analytics/alerts/alert-observation";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import type { ObservedRule } from "@/lib/pages/alerts/load-observation";
import { readAlerts, recordAlert } from "@/lib/store/alerts/rules";
import type { Database } from "@/lib/store/port";
import { recordedEvents } from "./recorded-events";
import type { AlertOwner, OwnerOf } from "./alert-owners";

/** Looks at the data by a rule, see `loadObservation`. */
export type Observe = (
  seen: SeenWorkspace,
  rule: ObservedRule,
  atUs: number,
) => Promise<AlertObservation | null>;

/** Where alerts are evaluated. */
export type AlertContext = {
  readonly db: Database;
  readonly observe: Observe;
  readonly owners: () => Promise<OwnerOf>;
};

/**
 * Looks at the data by every rule that is on, each with its owner's eyes, and writes what becomes of it. Stopped at any
 * time it loses nothing: what a look found is written at once with its messages, and the next look finds it again.
 * @param now the clock, microseconds since 1970
 */
export async function evaluateAlerts(context: AlertContext, now: () => number): Promise<void> {
  const alerts = (await readAlerts(context.db)).filter(({ rule }) => rule.isOn);
  if (alerts.length === 0) return;
  const ownerOf = await context.owners();
  for (const { rule } of alerts) {
    const owner = ownerOf(rule);
    if (owner !== null) await evaluate(context, rule, owner, now());
  }
}

async function evaluate(
  { db, observe }: AlertContext,
  rule: StoredAlertRule,
  { scope }: AlertOwner,
  nowUs: number,
): Promise<void> {
  const seen = await observe({ path: db.path, scope }, rule, nowUs);
  if (seen === null) return;
  await recordAlert(db, rule, (stored) => {
    const isSeenOtherwise = stored.reading !== null && !isSameScope(stored.scope, scope);
    const begun: AlertStep = isSeenOtherwise
      ? restartAlert(stored.state, nowUs)
      : { state: stored.state, events: [] };
    const before = begun.state;
    const step = advanceAlert(termsOf(rule), before, seen.verdict, Math.max(nowUs, before.seenUs));
    const look = { reading: seen.reading, scope };
    return {
      ...{ state: step.state, look },
      events: [
        ...recordedEvents(stored, begun, null),
        ...recordedEvents({ rule, state: before, ...look }, step, null),
      ],
    };
  });
}

function isSameScope(one: Scope | null, other: Scope | null): boolean {
  return coversScope(one, other) && coversScope(other, one);
}
