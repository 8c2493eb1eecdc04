import { formatCounted } from "@/lib/format/format";

export const page = {
  title: "Live",
  willList:
    "This page will list the open cases that need a person now: an SLA about to run out, a promise due today, or a customer waiting.",
  lists: "Lists",
  showAll: "Show all",
  log: "What was done in the last 12 hours",
  away: "This list may be out of date: the server isn’t responding. It will update by itself once the server is back.",
} as const;

/** @param time "24 Nov 2026, 03:57 UTC" */
export function asOf(time: string): string {
  return `As of ${time}.`;
}

export const search = {
  form: "Find open cases",
  label: "Agent, team, case or customer",
  placeholder: "Agent, team, case",
} as const;

export const table = {
  caption: "Cases that need a person, one row each",
  columns: {
    case: "Case and reason",
    time: "Time",
    owner: "Owner",
    agent: "Agent",
    channel: "Channel",
    lastWords: "Last words",
  },
  act: "Act",
  pages: "Pages",
  orderChanged: "The order changed",
} as const;

export const row = {
  customer: "Customer",
  gone: "No longer on this list.",
  note: "Note:",
  nobody: "nobody",
  you: "you",
  promisedBy: "promised by",
  due: "due",
  noWords: "no words recorded",
} as const;

/** The rows that wait to be drawn. */
export function newRows(count: number): string {
  return `${String(count)} new`;
}

/** Read aloud when rows arrive. */
export function newOnList(count: number): string {
  return `${formatCounted(count, "case is", "cases are")} new on the list.`;
}

/** Read aloud when a row is selected. @param place from 1 */
export function selectedRow(
  { caseId, sentence }: { readonly caseId: string; readonly sentence: string },
  place: number,
  count: number,
): string {
  return `${caseId}, ${sentence}, ${String(place)} of ${String(count)}`;
}

export const menu = {
  assign: "Assign…",
  note: "Write a note…",
  snooze: "Snooze…",
  handle: "Mark as handled",
  return: "Put it back on the list",
} as const;

/** The name of a row's menu. */
export function actOn(caseId: string): string {
  return `Act on ${caseId}`;
}

export const assignDialog = {
  title: "Assign this case",
  description: "Everybody sees who takes care of it.",
  submit: "Assign",
  to: "To",
  nobody: "Nobody",
} as const;

export const snoozeDialog = {
  title: "Snooze this case",
  description:
    "It leaves the list for everybody, and comes back sooner if the customer is in touch again.",
  submit: "Snooze",
  howLong: "How long",
  hour: "For 1 hour",
  fourHours: "For 4 hours",
  day: "For a day",
  threeDays: "For 3 days",
} as const;
