import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { AlertDelivery, AlertWebhook } from "@/lib/domain/alerts/alert-delivery";
import type { StoredAlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertEventKind, AlertState } from "@/lib/domain/alerts/alert-state";
import { coversScope, type Scope, type Viewer } from "@/lib/domain/people/permission";
import type { AlertOwners } from "./alerts-model";
import { people } from "./words/rules";

/** A rule with where it stands. */
export type AlertFact = {
  readonly rule: StoredAlertRule;
  readonly state: AlertState;
  readonly reading: AlertReading | null;
  /** Whose cases the last look saw; null: all. */
  readonly scope: Scope | null;
};

/** What became of a rule, with its messages. */
export type AlertEventFact = {
  readonly id: number;
  readonly kind: AlertEventKind;
  readonly atUs: number;
  readonly rule: number;
  readonly actor: string | null;
  readonly reading: AlertReading | null;
  readonly scope: Scope | null;
  readonly deliveries: readonly AlertDelivery[];
};

/** What the Alerts page is made of. */
export type AlertsFacts = {
  readonly viewer: Viewer;
  readonly owners: AlertOwners;
  readonly hasMail: boolean;
  readonly alerts: readonly AlertFact[];
  /** The newest first. */
  readonly events: readonly AlertEventFact[];
  readonly webhook: AlertWebhook | null;
  /** Of all cases that the viewer sees. */
  readonly counts: FacetCounts;
  readonly isWorkspaceEmpty: boolean;
  /** Microseconds since 1970. */
  readonly nowUs: number;
};

/** The same of what the viewer may see: rules of theirs, and those whose owner sees no more than they do. */
export function visibleFacts(facts: AlertsFacts): AlertsFacts {
  const { actor, scope } = facts.viewer;
  const alerts = facts.alerts
    .filter((alert) => alert.rule.owner === actor || coversScope(scope, alert.scope))
    .map((alert) => (coversScope(scope, alert.scope) ? alert : { ...alert, reading: null }));
  const ids = new Set(alerts.map(({ rule }) => rule.id));
  const events = facts.events.filter(
    (event) => ids.has(event.rule) && coversScope(scope, event.scope),
  );
  return { ...facts, alerts, events };
}

/** Whose name stands beside what somebody did. */
export function personWords({ viewer, owners }: AlertsFacts, actor: string): string {
  return actor === viewer.actor ? people.viewer : (owners.get(actor)?.name ?? people.visitor);
}
