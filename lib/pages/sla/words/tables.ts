import { formatCount, formatCounted } from "@/lib/format/format";

export const times = {
  subtitle:
    "Clock time, nights and weekends included. Handle time also by channel; pauses count for five minutes at most",
  columns: {
    time: "Time",
    half: "Half within",
    range: "Range",
    most: "9 in 10 within",
    counted: "Counted",
  },
  rows: {
    time_to_resolution: "Time to resolution, resolved cases",
    time_to_first_response: "Time to the first answer, AI included",
    handle_time: "Handle time, all contacts",
  },
  few: "few",
  noneClosed: "No resolved case of this period was closed, so there is no time to resolution",
} as const;

/** @param duration "2 h" */
export function oneTook(duration: string): string {
  return `The one resolved case took ${duration}`;
}

/** Of few cases. @param half "2 h" */
export function halfTook(of: number, half: string): string {
  return `Half of ${formatCount(of)} resolved cases took at most ${half}`;
}

/** @param half "2 h" @param most what nine in ten keep within: "3 d" */
export function halfAndMostTook(half: string, most: string): string {
  return `Half of the resolved cases took at most ${half}, one in ten more than ${most}`;
}

export const teams = {
  subtitle: "Cases by team: how many are resolved, and how long that takes from opening",
  columns: {
    team: "Team",
    cases: "Cases",
    resolved: "Resolved",
    resolvedRange: "Resolved, range",
    judged: "Can be judged",
    half: "Half within",
    halfRange: "Half within, range",
    resolvedCases: "Resolved cases",
  },
  twoTeams: "A case served by two teams counts for both.",
  one: "One team is named in these cases",
  tooFew: "Too few resolved cases to compare teams",
  noneFaster: "No team is clearly faster than all the others",
} as const;

/** @param ends how few cases show how they ended @param send what to send so that they do */
export function noSharesOfTeams(ends: string, send: string): string {
  return `${ends}, so no team’s share of resolved cases is shown. ${send}`;
}

export function moreTeams(count: number): string {
  return `${formatCounted(count, "more team")} with fewer cases.`;
}

export function teamsOfTypes(count: number): string {
  return `How the cases of ${formatCount(count)} teams end; compare teams only within one case type`;
}

/** @param half "2 h" */
export function fastestTeam(team: string, half: string): string {
  return `${team} resolves fastest: half of its resolved cases within ${half}`;
}

/** Breakdowns of targets met. */
export const breakdowns = {
  type: { group: "Case type", noun: "case type", by: "case type" },
  first: { group: "First channel", noun: "channel", by: "first channel" },
  hits: "On time",
  noContact: "No contact",
  noneDue: "No target has come due yet",
} as const;

/** @param noun "case type" */
export function sameGroup(noun: string): string {
  return `All these cases have the same ${noun}`;
}

/** @param noun "case type" */
export function noDifference(noun: string): string {
  return `No clear difference between ${noun}s`;
}

/** @param names a list of groups @param side of the others' share on which theirs is */
export function apartFromOthers(names: string, side: "below" | "above"): string {
  return `${names}: ended on time ${side === "below" ? "less" : "more"} often than the others`;
}

/** The shares behind "ended on time less often than the others". */
export function shareAgainst(share: string, others: string): string {
  return `: ${share} against ${others}`;
}

/** @param by "first channel" */
export function breakdownSubtitle(by: string): string {
  return `Cases that ended on time, of those whose target came due, by ${by}`;
}

/** @param names a list of groups */
export function fewCases(names: string): string {
  return `Few cases: ${names}. There, rely on the range rather than the dot.`;
}
