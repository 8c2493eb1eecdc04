import { may } from "@/lib/domain/people/permission";
import { formatDuration } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import type { Tone } from "@/lib/format/wording";
import {
  personWords,
  visibleFacts,
  type AlertEventFact,
  type AlertFact,
  type AlertsFacts,
} from "./alert-facts";
import { fewWords, firingSentence, readingLinks, readingWords } from "./alert-sentences";
import type { AlertHistoryRow, AlertRuleRow, AlertsModel, FiringAlert } from "./alerts-model";
import { deliveryLine } from "./prepare-delivery";
import { prepareForm } from "./prepare-form";
import { ruleWords } from "./prepare-rule";
import { alertsHref, type AlertsQuery } from "./url";
import * as words from "./words/page";

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
    mailNotice: hasMail ? null : words.mailNotice,
    isWorkspaceEmpty: facts.isWorkspaceEmpty,
  };
}

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
    return { lead: words.lede.nothing, rest: isMaking ? words.lede.making : words.lede.make };
  }
  const few = alerts.filter(({ rule, state }) => rule.isOn && state.status === "few").length;
  const doubt = few === 0 ? [] : [words.cantTell(few)];
  if (firing.length === 0) {
    return { lead: words.lede.noneFiring, rest: [words.alertsOn(on), ...doubt].join(" ") };
  }
  const open = firing.filter(({ acknowledged }) => acknowledged === null).length;
  const known = firing.length - open;
  return {
    lead: words.alertsFiring(firing.length),
    rest: [...(known === 0 ? [] : [words.acknowledgedOf(known)]), ...doubt].join(" "),
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
    ...(rule.isWebhookSent ? [words.ways.webhook] : []),
    ...(rule.isMailSent ? [words.ways.mail] : []),
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
    sent: ways.length === 0 ? words.ways.none : words.sentBy(joinedByAnd(ways)),
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
  if (!rule.isOn) return { tone: "none", label: words.status.off };
  if (!isOwned) return { tone: "none", label: words.status.stopped };
  switch (state.status) {
    case "new":
      return { tone: "none", label: words.status.new };
    case "few":
      return { tone: "none", label: words.status.few };
    case "unclear":
      return { tone: "none", label: words.status.unclear };
    case "clear":
      return { tone: "pass", label: words.status.clear };
    case "holding": {
      const dueUs = (state.heldSinceUs ?? state.sinceUs) + rule.durationHours * hourUs;
      const left = formatDuration(Math.max(0, dueUs - state.seenUs));
      return { tone: "warn", label: words.firesIn(left) };
    }
    case "firing":
      return {
        tone: "fail",
        label: state.acknowledged === null ? words.status.firing : words.status.acknowledged,
      };
  }
}

function historyRow(
  event: AlertEventFact,
  rule: AlertFact["rule"],
  facts: AlertsFacts,
): AlertHistoryRow {
  const { id, atUs, kind, actor, reading, deliveries } = event;
  const what = words.eventWords[kind];
  const isOfData = reading !== null && ["fired", "sent", "ended", "end-sent", "few"].includes(kind);
  return {
    ...{ id, atUs, name: rule.name },
    what: actor === null ? what : words.eventBy(what, personWords(facts, actor)),
    detail: isOfData
      ? kind === "few"
        ? fewWords(rule, reading)
        : readingWords(rule, reading)
      : "",
    links: isOfData ? readingLinks(rule, reading).slice(0, 1) : [],
    deliveries: deliveries.map(deliveryLine),
  };
}
