import { sentenceCase } from "@/lib/domain/sentence-case";
import { isOpenAt, type Reason, type LiveClock } from "@/lib/analytics/live/find-reasons";
import type { LiveItem, LiveSection } from "@/lib/analytics/live/rank-live";
import { formatCounted, formatDue, formatDuration, formatInstant } from "@/lib/format/format";
import { slugWords } from "@/lib/format/wording";
import type { LiveList } from "./url";

/** The instant of a page and the zone in which its times are written. */
export type LiveNow = LiveClock & { readonly zone: string };

export const listWords: Readonly<Record<LiveList, string>> = {
  now: "Now",
  promises: "Promises",
  sla: "SLA",
  mine: "Mine",
  snoozed: "Snoozed",
  handled: "Handled",
  log: "Last 12 hours",
};

export const emptyWords: Readonly<Record<LiveList, string>> = {
  now: "Cases appear here when an SLA is about to run out, a promise is due or a customer is waiting.",
  promises: "No promise is due today or overdue.",
  sla: "No SLA is about to run out or has been missed.",
  mine: "Nothing is assigned to you. Press a on a case to take it.",
  snoozed: "No case is snoozed.",
  handled: "No case is marked as handled.",
  log: "Nobody took, snoozed, handled or added a note to a case in the last 12 hours.",
};

/** The headings of the parts of a list. */
export const sectionWords: Readonly<Record<LiveSection, string>> = {
  "in-time": "Can still be met",
  "after-hours": "SLA runs out before you open again",
  missed: "Missed in the last 3 days",
  other: "Waiting, back again, or passed on badly",
  long: "Missed more than 3 days ago",
  quiet: "Nothing needed now",
};

/** What a search found. */
export function findWords(find: string, count: number): string {
  return count === 0
    ? `No open case matches “${find}”.`
    : `${formatCounted(count, "case matches", "cases match")} “${find}”, on all lists.`;
}

/** Why a case needs a person: "Refund still open; callback overdue; SLA ends 04:00". */
export function reasonSentence({ live, reasons }: LiveItem, now: LiveNow): string {
  const about = live.about === null ? "Case" : sentenceCase(slugWords(live.about));
  const ended = live.isEndStated ? "closed" : "gone quiet";
  const state = isOpenAt(live, now.asOfUs) ? "still open" : ended;
  if (reasons.length === 0) return `${about} ${state}; nothing needed now`;
  const words = reasons.map((reason) => reasonWords(reason, live.touchpoints, now));
  return `${about} ${state}; ${[...new Set(words)].join("; ")}`;
}

function reasonWords({ kind, dueUs, sinceUs, promise }: Reason, contacts: number, now: LiveNow) {
  const what = promise?.what ?? "promise";
  switch (kind) {
    case "sla-risk":
    case "sla-after-hours":
      return `SLA ends ${clockWords(dueUs, now)}`;
    case "sla-overdue":
      return "SLA missed";
    case "promise-due":
      return `${what} due ${dueWords(dueUs, now)}`;
    case "promise-overdue":
      return `${what} overdue`;
    case "third-contact":
      return contacts === 3 ? "third contact" : `${formatCounted(contacts, "contact")} so far`;
    case "failed-handoff":
      return "customer had to repeat themselves after a handoff";
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

/** Promises, of which a case may have several. */
function dueToday(items: readonly LiveItem[]): number {
  return items.flatMap(({ reasons }) => reasons).filter(({ kind }) => kind === "promise-due")
    .length;
}

/** As many as the list's part of that name has. */
function missedLately(items: readonly LiveItem[]): number {
  return items.filter(({ section }) => section === "missed").length;
}

/** The lede: how many cases need somebody, and for what. */
export function liveLede(
  items: readonly LiveItem[],
  newestUs: number | null,
  zone: string,
): { readonly lead: string; readonly rest: string } {
  const count = (...kinds: readonly Reason["kind"][]) =>
    items.filter(
      ({ section, reasons }) =>
        section !== "long" && reasons.some(({ kind }) => kinds.includes(kind)),
    ).length;
  const newest = newestUs === null ? "" : `The newest contact was ${formatDue(newestUs, zone)}.`;
  if (items.length === 0) return { lead: "Nothing needs a person now.", rest: newest };
  const long = items.filter(({ section }) => section === "long").length;
  const recent = items.length - long;
  const longWords =
    long === 0 ? "" : `${formatCounted(long, "case")} missed a deadline more than 3 days ago.`;
  if (recent === 0) return { lead: longWords, rest: `Nothing else needs a person now. ${newest}` };
  const lead = `${formatCounted(recent, "case needs", "cases need")} a person now.`;
  const parts = [
    [count("sla-risk", "sla-after-hours"), "SLA about to run out", "SLAs about to run out"],
    [dueToday(items), "promise due today", "promises due today"],
    [missedLately(items), "deadline missed lately", "deadlines missed lately"],
    [count("waiting"), "customer waiting", "customers waiting"],
  ] as const;
  const said = parts.flatMap(([many, one, several]) =>
    many === 0 ? [] : [formatCounted(many, one, several)],
  );
  const rest = said.length === 0 ? newest : `${sentenceCase(said.join(", "))}.`;
  return { lead, rest: [rest, longWords].filter(Boolean).join(" ") };
}
