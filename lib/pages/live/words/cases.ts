import type { LiveSection } from "@/lib/analytics/live/rank-live";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { LiveList } from "../url";

/** The tabs. */
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
  mine: "Nothing is assigned to you. Select a case and press A to take it.",
  snoozed: "No case is snoozed.",
  handled: "No case is marked as handled.",
  log: "Nobody took, snoozed, handled or added a note to a case in the last 12 hours.",
};

/** The headings of the parts of a list. */
export const sectionWords: Readonly<Record<LiveSection, string>> = {
  "in-time": "Can still be met",
  "after-hours": "SLA runs out before you open again",
  missed: "Missed in the last 3 days",
  other: "Waiting, repeat contact or failed handoff",
  long: "Missed more than 3 days ago",
  quiet: "Nothing needed now",
};

/** The sentence above the lists. */
export const lede = {
  nothing: "Nothing needs a person now.",
  nothingElse: "Nothing else needs a person now.",
  slaRisk: ["SLA about to run out", "SLAs about to run out"],
  missed: ["deadline missed lately", "deadlines missed lately"],
  waiting: ["customer waiting", "customers waiting"],
} as const;

/** "7 promises due today in 6 cases"; "" of none. */
export function promisesDueToday(promises: number, cases: number): string {
  if (promises === 0) return "";
  const due = formatCounted(promises, "promise due today", "promises due today");
  return promises === cases ? due : `${due} in ${formatCounted(cases, "case")}`;
}

/** @param due the formatted time of the newest contact */
export function newestContact(due: string): string {
  return `The newest contact was ${due}.`;
}

/** @param count cases that need a person */
export function needsPerson(count: number): string {
  return `${formatCounted(count, "case needs", "cases need")} a person now.`;
}

/** @param count cases whose deadline is long past */
export function missedLongAgo(count: number): string {
  return `${formatCounted(count, "case")} missed a deadline more than 3 days ago.`;
}

/** The words of the link to what was missed long ago. @param count cases that are left out */
export function leftOutWords(count: number): string {
  return count === 1
    ? "Show the case that missed a deadline more than 3 days ago"
    : `Show the ${formatCount(count)} cases that missed a deadline more than 3 days ago`;
}

/** What a search found. */
export function findWords(find: string, count: number): string {
  return count === 0
    ? `No open case matches “${find}”.`
    : `${formatCounted(count, "case matches", "cases match")} “${find}”, on all lists.`;
}

export const filters = {
  agent: { lead: "served by", all: "any agent" },
  team: { lead: "of", all: "any team" },
} as const;

export const list = {
  noMatch: "Nothing on this list matches.",
  capped:
    "There are more open cases than this page looks at; these are the ones with the latest contacts.",
} as const;

export const row = {
  somebodyElse: "somebody else",
  customer: "Customer",
  agent: "Agent",
} as const;

/** What the sentence of a case starts with. */
export const caseState = {
  case: "Case",
  open: "still open",
  closed: "closed",
  quiet: "gone quiet",
  nothingNeeded: "nothing needed now",
} as const;

/** Why a case needs a person. */
export const reasons = {
  promise: "promise",
  slaMissed: "SLA missed",
  failedHandoff: "customer had to repeat themselves after a handoff",
  falseSuccess: "agent said it was done, but the tool call failed",
  upset: "customer may be frustrated",
} as const;

/** @param time "04:00" */
export function slaEnds(time: string): string {
  return `SLA ends ${time}`;
}

/** @param what "callback" @param time "today, 04:00" */
export function promiseDue(what: string, time: string): string {
  return `${what} due ${time}`;
}

/** @param what "callback" */
export function promiseOverdue(what: string): string {
  return `${what} overdue`;
}

/** @param count contacts of a case */
export function contactsSoFar(count: number): string {
  return `${formatCounted(count, "contact")} so far`;
}

/** @param duration "2 h" */
export function customerWaiting(duration: string): string {
  return `customer waiting for ${duration}`;
}

export const endOfToday = "by the end of today";

/** @param time "04:00" */
export function dueToday(time: string): string {
  return `today, ${time}`;
}

/** Why a case is off the list. @param until "Tue 04:00" */
export function snoozedUntil(until: string): string {
  return `Snoozed until ${until}, or the customer’s next contact`;
}

/** Why a case is off the list. @param at "Tue 04:00" */
export function handledAt(at: string): string {
  return `Handled ${at}; back as soon as something new happens`;
}
