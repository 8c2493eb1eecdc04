import { sentenceCase } from "@/lib/domain/sentence-case";
import { isOpenAt, type Reason, type LiveClock } from "@/lib/analytics/live/find-reasons";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import { formatCounted, formatDue, formatDuration, formatInstant } from "@/lib/format/format";
import { slugWords, type Tone } from "@/lib/format/wording";
import type { LiveList } from "./url";

/** The instant of a page and the zone in which its times are written. */
export type LiveNow = LiveClock & { readonly zone: string };

export const listWords: Readonly<Record<LiveList, string>> = {
  now: "Now",
  promises: "Promises due",
  sla: "SLA at risk",
  mine: "Mine",
  snoozed: "Snoozed",
  handled: "Handled",
};

export const emptyWords: Readonly<Record<LiveList, string>> = {
  now: "Cases appear here as soon as a clock runs out, a promise is due or a customer waits.",
  promises: "No promise is due today or overdue.",
  sla: "No SLA clock runs out or has run out.",
  mine: "Nothing is assigned to you. Press a on a case to take it.",
  snoozed: "Nothing is snoozed.",
  handled: "Nothing is marked as handled.",
};

/** Why a case needs a person: "Refund still open; callback overdue; SLA ends 04:00". */
export function reasonSentence({ live, reasons }: LiveItem, now: LiveNow): string {
  const about = live.about === null ? "Case" : sentenceCase(slugWords(live.about));
  const state = isOpenAt(live, now.asOfUs) ? "still open" : "closed";
  const words = reasons.map((reason) => reasonWords(reason, live.touchpoints, now));
  return `${about} ${state}; ${[...new Set(words)].join("; ")}`;
}

function reasonWords({ kind, dueUs, sinceUs, promise }: Reason, contacts: number, now: LiveNow) {
  const what = promise?.what ?? "promise";
  switch (kind) {
    case "sla-risk":
      return `SLA ends ${clockWords(dueUs, now)}`;
    case "sla-overdue":
      return `SLA ended ${clockWords(dueUs, now)}`;
    case "promise-due":
      return `${what} due ${dueWords(dueUs, now)}`;
    case "promise-overdue":
      return `${what} overdue`;
    case "third-contact":
      return contacts === 3 ? "third contact" : `${formatCounted(contacts, "contact")} so far`;
    case "failed-handoff":
      return "customer had to repeat after a handoff";
    case "false-success":
      return "agent said it was done, the tool had failed";
    case "upset":
      return "customer may be frustrated";
    case "waiting":
      return `customer waiting for ${formatDuration(now.asOfUs - sinceUs)}`;
  }
}

/** A time of today as "04:00", else with its day. */
function clockWords(atUs: number | null, { dayStartUs, dayEndUs, zone }: LiveNow): string {
  if (atUs === null) return "";
  const isToday = atUs >= dayStartUs && atUs < dayEndUs;
  return formatInstant(atUs, isToday ? "time" : "weekdayTime", zone);
}

function dueWords(dueUs: number | null, now: LiveNow): string {
  if (dueUs === null) return "";
  if (dueUs === now.dayEndUs) return "by the end of today";
  return dueUs < now.dayEndUs ? `today, ${clockWords(dueUs, now)}` : clockWords(dueUs, now);
}

/** What is left until a promise's time, or how late it is. @param dueUs microseconds since 1970 */
export function promiseLeft(dueUs: number, asOfUs: number): { tone: Tone; label: string } {
  return dueUs < asOfUs
    ? { tone: "fail", label: `${formatDuration(asOfUs - dueUs)} late` }
    : { tone: "warn", label: `${formatDuration(dueUs - asOfUs)} left` };
}

/** Why a case is off the list; null: it is on it. */
export function offWords({ place, attention }: LiveItem, zone: string): string | null {
  const { snoozedUntilUs = null, handledUs = null } = attention ?? {};
  if (place === "snoozed" && snoozedUntilUs !== null) {
    return `Snoozed until ${formatInstant(snoozedUntilUs, "weekdayTime", zone)}, or the customer’s next contact`;
  }
  return place === "handled" && handledUs !== null
    ? `Handled ${formatInstant(handledUs, "weekdayTime", zone)}; back as soon as something new happens`
    : null;
}

/** The lede: how many cases need somebody, and for what. */
export function liveLede(
  items: readonly LiveItem[],
  newestUs: number | null,
  zone: string,
): { readonly lead: string; readonly rest: string } {
  const count = (...kinds: readonly Reason["kind"][]) =>
    items.filter(({ reasons }) => reasons.some(({ kind }) => kinds.includes(kind))).length;
  const newest = newestUs === null ? "" : `The newest contact was ${formatDue(newestUs, zone)}.`;
  if (items.length === 0) return { lead: "Nothing needs a person now.", rest: newest };
  const lead = `${formatCounted(items.length, "case needs", "cases need")} a person now.`;
  const parts = [
    [count("sla-risk"), "SLA runs out", "SLAs run out"],
    [count("promise-due"), "promise due today", "promises due today"],
    [count("sla-overdue", "promise-overdue"), "overdue", "overdue"],
    [count("waiting"), "customer waiting", "customers waiting"],
  ] as const;
  const said = parts.flatMap(([many, one, several]) =>
    many === 0 ? [] : [formatCounted(many, one, several)],
  );
  return { lead, rest: said.length === 0 ? newest : `${sentenceCase(said.join(", "))}.` };
}
