import type { AlertStep } from "@/lib/domain/alerts/alert-state";
import { termsOf, type StoredAlertRule } from "@/lib/domain/alerts/alert-rule";
import { advanceAlert, restartAlert } from "@/lib/domain/alerts/advance-alert";
import { coversScope, type Scope } from "@/lib/domain/people/permission";
import { loadObservation } from "@/lib/pages/alerts/load-observation";
import { readAlerts, recordAlert } from "@/lib/store/alerts/rules";
import type { Database } from "@/lib/store/port";
import { recordedEvents } from "./recorded-events";
import type { AlertOwner, OwnerOf } from "./alert-owners";

/** Where alerts are evaluated. */
export type AlertContext = {
  readonly db: Database;
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
    if (owner !== null) await evaluate(context.db, rule, owner, now());
  }
}

async function evaluate(
  db: Database,
  rule: StoredAlertRule,
  { scope }: AlertOwner,
  nowUs: number,
): Promise<void> {
  const seen = await loadObservation({ path: db.path, scope }, rule, nowUs);
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
