import { formatCounted } from "@/lib/format/format";

/** The timeline for a screen reader. */
export const timelineTitle = {
  over: (duration: string) => ` over ${duration}`,
  sentence: (caseId: string, over: string, contacts: number, channels: string) =>
    `Case ${caseId}${over}: ${formatCounted(contacts, "contact")}, ${channels}. The same content follows as a list.`,
} as const;

/** A contact's bar. */
export const contact = {
  notScored: "not scored",
  noAgent: "no agent",
  agent: (kind: string) => `${kind} agent`,
  then: ", then ",
  span: (from: string, to: string) => `${from} to ${to}`,
  rated: (rating: number) => `, the customer rated it ${rating} of 5`,
  skewed: ", its clocks disagree",
} as const;

/** Items in the list of events and for a screen reader. */
export const itemNames = {
  inside: (channel: string) => `inside ${channel}`,
  again: (channel: string) => `again on ${channel}`,
  across: (from: string, to: string) => `${from} to ${to}`,
  handoff: (path: string, instant: string, gap: string) => `Handoff ${path}, ${instant}, ${gap}`,
  due: (instant: string) => `, due ${instant}`,
  promise: (channel: string, instant: string, what: string, due: string, state: string) =>
    `${channel}, ${instant}, agent promised ${what}${due}, ${state}`,
  disclosure: (instant: string, what: string) => `Disclosure, ${instant}, ${what}`,
  release: (instant: string, versions: string) => `Release, first seen ${instant}, ${versions}`,
} as const;

/** The states of a case. */
export const states = {
  open: "Open",
  reopened: "Reopened",
  cameBack: "Came back in another case",
  merged: "Merged into another case",
  quiet: "Fell quiet",
  didNotHold: "Closed, did not hold",
  noEvidence: "Closed, no evidence",
  closed: (evidence: string) => `Closed · ${evidence}`,
} as const;

/** The SLA clock. */
export const sla = {
  noTarget: "no target",
  noTargetSentence: "This case has no SLA target.",
  used: (used: string, target: string) => `${used} of ${target} used`,
} as const;

/** The track of promises. */
export const promises = {
  none: "none found",
  regranted: "promised again",
  openUndated: "open, no date named",
  states: {
    kept: "kept",
    late: "late",
    broken: "broken",
    overdue: "overdue",
    open: "open",
    unknown: "cannot be checked",
  },
  receptions: {
    known: "known",
    denied: "denied",
    ignored: "not taken up",
    "not-mentioned": "not mentioned",
  },
} as const;

/** The track of disclosures. */
export const disclosures = { none: "none required" } as const;

/** The track of facts. */
export const factTrack = {
  none: "none needed again",
  carried: (carried: number, mattered: number) => `${carried} of ${mattered} carried`,
  saidAgain: (count: number) => `${count} said again`,
  item: (channel: string, by: "customer" | "agent", what: string, to: string, fate: string) =>
    `${channel}: the ${by} gave ${what}; ${to}: ${fate}`,
} as const;

/** Gaps between blocks of activity. */
export const gaps = {
  allInHours: "all in hours",
  outOfHours: "out of hours",
  inHours: (duration: string) => `${duration} in hours`,
  start: "t + 0",
  sinceStart: (duration: string) => `t + ${duration}`,
} as const;
