import { sentenceCase } from "@/lib/domain/sentence-case";
import { isOpenAt, type Reason, type LiveClock } from "@/lib/analytics/live/find-reasons";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import { formatDuration, formatInstant } from "@/lib/format/format";
import { slugWords } from "@/lib/format/wording";
import * as words from "./words/cases";

const { caseState, reasons: reasonsSaid } = words;

/** The instant of a page and the zone in which its times are written. */
export type LiveNow = LiveClock & { readonly zone: string };

/** Why a case needs a person: "Refund still open; callback overdue; SLA ends 04:00". */
export function reasonSentence({ live, reasons }: LiveItem, now: LiveNow): string {
  const about = live.about === null ? caseState.case : sentenceCase(slugWords(live.about));
  const ended = live.isEndStated ? caseState.closed : caseState.quiet;
  const state = isOpenAt(live, now.asOfUs) ? caseState.open : ended;
  const said = reasons.map((reason) => reasonWords(reason, live.touchpoints, now));
  if (said.length === 0) said.push(caseState.nothingNeeded);
  return [`${about} ${state}`, ...new Set(said)].join("; ");
}

function reasonWords({ kind, dueUs, sinceUs, promise }: Reason, contacts: number, now: LiveNow) {
  const what = promise?.what ?? reasonsSaid.promise;
  switch (kind) {
    case "sla-risk":
    case "sla-after-hours":
      return words.slaEnds(clockWords(dueUs, now));
    case "sla-overdue":
      return reasonsSaid.slaMissed;
    case "promise-due":
      return words.promiseDue(what, dueWords(dueUs, now));
    case "promise-overdue":
      return words.promiseOverdue(what);
    case "third-contact":
      return words.contactsSoFar(contacts);
    case "failed-handoff":
      return reasonsSaid.failedHandoff;
    case "false-success":
      return reasonsSaid.falseSuccess;
    case "upset":
      return reasonsSaid.upset;
    case "waiting":
      return words.customerWaiting(formatDuration(now.asOfUs - sinceUs));
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
  if (dueUs === now.dayEndUs) return words.endOfToday;
  const clock = clockWords(dueUs, now);
  return dueUs < now.dayEndUs ? words.dueToday(clock) : clock;
}

/** Why a case is off the list; null: it is on it. */
export function offWords({ place, attention }: LiveItem, zone: string): string | null {
  const { snoozedUntilUs = null, handledUs = null } = attention ?? {};
  if (place === "snoozed" && snoozedUntilUs !== null) {
    return words.snoozedUntil(formatInstant(snoozedUntilUs, "weekdayTime", zone));
  }
  return place === "handled" && handledUs !== null
    ? words.handledAt(formatInstant(handledUs, "weekdayTime", zone))
    : null;
}
