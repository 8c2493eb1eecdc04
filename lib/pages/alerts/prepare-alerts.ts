import { may } from "@/lib/domain/people/permission";
import type { AlertEventKind } from "@/lib/domain/alerts/alert-state";
import { formatCounted, formatDuration } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import type { Tone } from "@/lib/format/wording";
import {
  personWords,
  visibleFacts,
  type AlertEventFact,
  type AlertFact,
  type AlertsFacts,
} from "./alert-facts";
import { fewWords, firingSentence, readingLinks, readingWords } from "./alert-words";
import type { AlertHistoryRow, AlertRuleRow, AlertsModel, FiringAlert } from "./alerts-model";
import { deliveryLine } from "./delivery-words";
import { prepareForm } from "./prepare-form";
import { ruleWords } from "./rule-words";
import { alertsHref, type AlertsQuery } from "./url";

const hourUs = 3_600_000_000;

/** Prepares the Alerts page. */
export function prepareAlerts(query: AlertsQuery, given: AlertsFacts): AlertsModel {
  const facts = visibleFacts(given);
  const { alerts, events, viewer, webhook, hasMail } = facts;
  const firing = alerts
    .filter(isFiring)
    .toSorted(byNeed)
    .map((alert) => firingOf(alert, facts));
  const names = new Map(alerts.map(({ rule }) => [rule.id, rule]));
  const form = prepareForm(query, facts);
  return {
    ...ledeOf(facts, firing, form !== null),
    firing,
    rules: alerts.map((alert) => ruleRow(alert, facts)),
    history: events.flatMap((event) => {
      const rule = names.get(event.rule);
      return rule === undefined ? [] : [historyRow(event, rule, facts)];
    }),
    form,
    newHref: alertsHref({ isNew: true }),
    closeHref: alertsHref(),
    webhook: may(viewer, "alert-webhook")
      ? {
          origin: webhook === null ? null : new URL(webhook.url).origin,
          atUs: webhook?.atUs ?? null,
        }
      : null,
    mailNotice: hasMail ? null : mailNotice,
    isWorkspaceEmpty: facts.isWorkspaceEmpty,
  };
}

const mailNotice =
  "Mail is not set up: start the server with THROUGHLINE_SMTP_URL (smtps://user:password@mail.example.com) and THROUGHLINE_SMTP_FROM (the sender’s address).";

type Firing = AlertFact & { readonly reading: NonNullable<AlertFact["reading"]> };

function isFiring(alert: AlertFact): alert is Firing {
  return alert.rule.isOn && alert.state.status === "firing" && alert.reading !== null;
}

/** What nobody knows of comes first, then what fired last. */
function byNeed(one: AlertFact, other: AlertFact): number {
  const known = ({ state }: AlertFact) => Number(state.acknowledged !== null);
  return known(one) - known(other) || other.state.sinceUs - one.state.sinceUs;
}

function ledeOf({ alerts }: AlertsFacts, firing: readonly FiringAlert[], isMaking: boolean) {
  const on = alerts.filter(({ rule }) => rule.isOn).length;
  if (alerts.length === 0) {
    return {
      lead: "Nothing is watched yet.",
      rest: isMaking
        ? "The alert below is the first, once it is saved."
        : "Make an alert, and this page says when a figure leaves its bounds.",
    };
  }
  const few = alerts.filter(({ rule, state }) => rule.isOn && state.status === "few").length;
  const doubt = few === 0 ? "" : ` ${formatCounted(few, "alert")} can’t tell: too few cases.`;
  if (firing.length === 0) {
    return { lead: "No alert is firing.", rest: `${formatCounted(on, "alert")} on.${doubt}` };
  }
  const open = firing.filter(({ acknowledged }) => acknowledged === null).length;
  const known = open === firing.length ? "" : ` ${String(firing.length - open)} acknowledged.`;
  const verb = firing.length === 1 ? "is" : "are";
  return {
    lead: `${formatCounted(firing.length, "alert")} ${verb} firing.`,
    rest: `${known}${doubt}`.trim(),
  };
}

function firingOf({ rule, state, reading }: Firing, facts: AlertsFacts): FiringAlert {
  const { acknowledged, heldSinceUs } = state;
  return {
    ...{ id: rule.id, name: rule.name, sinceUs: state.sinceUs },
    sentence: `${firingSentence(rule, reading, facts.nowUs - (heldSinceUs ?? facts.nowUs))}.`,
    links: readingLinks(rule, reading),
    owner: personWords(facts, rule.owner),
    acknowledged:
      acknowledged === null
        ? null
        : { by: personWords(facts, acknowledged.by), atUs: acknowledged.atUs },
    mutedUntilUs: mutedUntil(state.mutedUntilUs, facts),
  };
}

function mutedUntil(untilUs: number | null, { nowUs }: AlertsFacts): number | null {
  return untilUs !== null && untilUs > nowUs ? untilUs : null;
}

function ruleRow(alert: AlertFact, facts: AlertsFacts): AlertRuleRow {
  const { rule, state, reading } = alert;
  const { viewer } = facts;
  const isOwn = rule.owner === viewer.actor;
  const ways = [
    ...(rule.isWebhookSent ? ["webhook"] : []),
    ...(rule.isMailSent ? ["mail to its owner"] : []),
  ];
  return {
    ...{ id: rule.id, name: rule.name },
    watches: ruleWords(rule),
    status: statusBadgeOf(alert, facts),
    detail:
      state.status === "few"
        ? fewWords(rule, reading)
        : reading === null
          ? ""
          : readingWords(rule, reading),
    // A firing one has them above.
    links: reading === null || isFiring(alert) ? [] : readingLinks(rule, reading),
    owner: personWords(facts, rule.owner),
    sent: ways.length === 0 ? "Shown here only" : `Sent by ${joinedByAnd(ways)}`,
    mutedUntilUs: mutedUntil(state.mutedUntilUs, facts),
    editHref: alertsHref({ rule: rule.id }),
    mayChange: isOwn || (viewer.role === "admin" && !viewer.isDemo),
    maySend: ways.length > 0,
  };
}

function statusBadgeOf(
  { rule, state }: AlertFact,
  { owners }: AlertsFacts,
): { readonly tone: Tone; readonly label: string } {
  const isOwned = rule.isOfVisitor || owners.get(rule.owner)?.isAllowed === true;
  if (!rule.isOn) return { tone: "none", label: "Off" };
  if (!isOwned) return { tone: "none", label: "Stopped: its owner has no alerts any more" };
  switch (state.status) {
    case "new":
      return { tone: "none", label: "Not looked at yet" };
    case "few":
      return { tone: "none", label: "Too few to tell" };
    case "unclear":
      return { tone: "none", label: "Can’t tell yet" };
    case "clear":
      return { tone: "pass", label: "Within bounds" };
    case "holding": {
      const dueUs = (state.heldSinceUs ?? state.sinceUs) + rule.durationHours * hourUs;
      const left = formatDuration(Math.max(0, dueUs - state.seenUs));
      return { tone: "warn", label: `Fires in ${left} if it lasts` };
    }
    case "firing":
      return {
        tone: "fail",
        label: state.acknowledged === null ? "Firing" : "Firing, acknowledged",
      };
  }
}

const eventWords: Readonly<Record<AlertEventKind, string>> = {
  started: "Began",
  passed: "Passed",
  fired: "Fired",
  sent: "Sent",
  acknowledged: "Acknowledged",
  ended: "Ended",
  "end-sent": "End sent",
  few: "Too few to tell",
  muted: "Muted",
  unmuted: "No longer muted",
  changed: "Changed",
  tested: "Test sent",
};

function historyRow(
  event: AlertEventFact,
  rule: AlertFact["rule"],
  facts: AlertsFacts,
): AlertHistoryRow {
  const { id, atUs, kind, actor, reading, deliveries } = event;
  const by = actor === null ? "" : ` by ${personWords(facts, actor)}`;
  const isOfData = reading !== null && ["fired", "sent", "ended", "end-sent", "few"].includes(kind);
  return {
    ...{ id, atUs, name: rule.name, what: `${eventWords[kind]}${by}` },
    detail: isOfData
      ? kind === "few"
        ? fewWords(rule, reading)
        : readingWords(rule, reading)
      : "",
    links: isOfData ? readingLinks(rule, reading).slice(0, 1) : [],
    deliveries: deliveries.map(deliveryLine),
  };
}
