import { acknowledgeAlert, muteAlert, restartAlert } from "@/lib/domain/alerts/advance-alert";
import type { AlertChange, AlertChanger } from "@/lib/domain/alerts/alert-change";
import { alertRulesMax, watchesAlike, type AlertRule } from "@/lib/domain/alerts/alert-rule";
import { newAlertState, type AlertEvent, type AlertStep } from "@/lib/domain/alerts/alert-state";
import { parseWebhookUrl } from "@/lib/domain/alerts/webhook-address";
import { DomainError } from "@/lib/domain/domain-error";
import { coversScope } from "@/lib/domain/people/permission";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { alertRuleProblem, canonicalSearch } from "@/lib/pages/alerts/alert-query";
import { webhookAddress } from "@/lib/pages/alerts/words/form";
import { recordedEvents } from "@/lib/pipeline/alerts/recorded-events";
import { writeWebhook } from "@/lib/store/alerts/deliveries";
import {
  addAlert,
  changeAlert,
  readAlert,
  readAlerts,
  recordAlert,
  removeAlert,
  type StoredAlert,
} from "@/lib/store/alerts/rules";
import type { CaseChangeContext } from "./apply-case-change";
import { maskSearch } from "./mask-search";

type ChangeOf<Kind> = Extract<AlertChange, { readonly kind: Kind }>;

type Appliers = {
  readonly [Kind in AlertChange["kind"]]: (
    context: CaseChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
};

const muteMaxUs = 90 * 86_400_000_000;

/**
 * The changes that a page may make to alerts, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const alertChangeAppliers: Appliers = {
  "alert-saved": async (context, { id, rule: given, by }) => {
    const { db, nowUs } = context;
    const rule = checked(context, given, by);
    if (id === null) {
      if ((await readAlerts(db)).length >= alertRulesMax) {
        throw refused(`There are ${String(alertRulesMax)} alerts; remove one first.`);
      }
      const made = { owner: by.actor, isOfVisitor: by.isVisitor, changedUs: nowUs };
      return { id: await addAlert(db, made, rule, newAlertState(nowUs)) };
    }
    const known = await requireOwn(context, id, by);
    const goesOn = known.rule.isOn && rule.isOn && watchesAlike(known.rule, rule);
    const changed: AlertEvent = { kind: "changed", atUs: nowUs };
    await changeAlert(db, id, { rule, changedUs: nowUs }, (alert) => {
      const { state, events }: AlertStep = goesOn
        ? { state: alert.state, events: [] }
        : restartAlert(alert.state, nowUs);
      const step = { state, events: [changed, ...events] };
      return { state, events: recordedEvents(alert, step, by.actor) };
    });
    return { id };
  },
  "alert-removed": async (context, { id, by }) => {
    await requireOwn(context, id, by);
    await removeAlert(context.db, id);
    return { id: null };
  },
  "alert-acknowledged": (context, change) =>
    record(context, change, ({ state }) => {
      const step = acknowledgeAlert(state, change.by.actor, context.nowUs);
      if (step === null) throw refused("It is not firing any more, or somebody knows; reload.");
      return step;
    }),
  "alert-muted": (context, change) => {
    const { untilUs } = change;
    const { nowUs } = context;
    if (untilUs !== null && (untilUs <= nowUs || untilUs > nowUs + muteMaxUs)) {
      throw refused("Choose a time within the next 90 days.");
    }
    return record(context, change, ({ state }) => muteAlert(state, untilUs, nowUs));
  },
  "alert-tested": (context, change) =>
    record(context, change, ({ state, rule }) => {
      if (rule.isOfVisitor || !(rule.isWebhookSent || rule.isMailSent)) {
        throw refused("This alert is sent nowhere: choose a way in its form first.");
      }
      return { state, events: [{ kind: "tested", atUs: context.nowUs }] };
    }),
  "alert-webhook-set": async ({ db, nowUs }, { url, salt, by }) => {
    // Where it leads is looked up by whoever asks for the change, and at each delivery.
    if (url !== null && parseWebhookUrl(url) === null) throw refused(webhookAddress.notWeb);
    await writeWebhook(db, url === null ? null : { url, salt, actor: by.actor, atUs: nowUs });
    return { id: null };
  },
};

/** A rule as stored: masked, and sent nowhere where a visitor of the demo made it. */
function checked({ mask }: CaseChangeContext, rule: AlertRule, by: AlertChanger): AlertRule {
  const problem = alertRuleProblem(rule);
  if (problem !== null) throw refused(problem);
  const search = canonicalSearch({ ...rule, search: maskSearch(rule.search, mask) });
  const sent = by.isVisitor ? { isWebhookSent: false, isMailSent: false } : {};
  return { ...rule, name: mask(rule.name.trim()), search, ...sent };
}

async function record(
  context: CaseChangeContext,
  { id, by }: Pick<ChangeOf<"alert-muted">, "id" | "by">,
  stepOf: (alert: StoredAlert) => AlertStep,
): Promise<ChangeAnswer> {
  await requireSeen(context, id, by);
  await recordAlert(context.db, { id, changedUs: null }, (alert) => {
    const step = stepOf(alert);
    return { state: step.state, events: recordedEvents(alert, step, by.actor) };
  });
  return { id: null };
}

/** A rule that the user may not see is treated as missing. */
async function requireSeen(
  { db, scope }: CaseChangeContext,
  id: number,
  by: AlertChanger,
): Promise<StoredAlert> {
  const alert = await readAlert(db, id);
  const isSeen =
    alert !== null && (alert.rule.owner === by.actor || coversScope(scope, alert.scope));
  if (isSeen) return alert;
  throw new DomainError("not-found", "This alert was removed already; reload the page.");
}

async function requireOwn(
  context: CaseChangeContext,
  id: number,
  by: AlertChanger,
): Promise<StoredAlert> {
  const alert = await requireSeen(context, id, by);
  if (by.isAdmin || alert.rule.owner === by.actor) return alert;
  throw new DomainError(
    "not-allowed",
    "This alert is somebody else’s: its owner or an admin may change it.",
  );
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
