import type { SlaState } from "@/lib/domain/case/sla-state";
import type { FacetClause } from "@/lib/analytics/filter/filter-choices";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { Tone } from "@/lib/format/wording";

export const page = {
  title: "SLA",
  willList:
    "This page will list the cases that are late or soon will be, and say how often targets are met and what clocks wait for.",
  foot: "Every number opens the list of exactly those cases.",
  period: "Cases opened",
} as const;

/** The sentence of filters. */
export const filterClauses = [
  { name: "type", lead: "of", all: "all case types" },
  { name: "first", lead: "starting on", all: "any channel" },
  { name: "channel", lead: "going over", all: "any channel" },
  { name: "region", lead: "in", all: "all regions" },
  { name: "team", lead: "served by", all: "all teams" },
  { name: "agents", lead: "handled by", all: "AI and humans" },
] as const satisfies readonly FacetClause[];

/** Clock states as text, in display order. */
export const slaStateWords: Readonly<
  Record<SlaState, { readonly label: string; readonly tone: Tone }>
> = {
  met: { label: "Ended on time", tone: "pass" },
  breached: { label: "Ended late", tone: "fail" },
  overdue: { label: "Overdue, not closed", tone: "fail" },
  risk: { label: "At risk", tone: "warn" },
  open: { label: "On track", tone: "none" },
  paused: { label: "Paused", tone: "none" },
  none: { label: "No target", tone: "none" },
};

export const noType = "No type";

export const lede = {
  noCases: "No cases.",
  noMatch: "Nothing matches the filters.",
  noTarget: "No case has a target.",
  noneOverdue: "No case is overdue",
  noneAtRisk: "none is at risk",
  noneDue: "No target has come due yet.",
} as const;

/** @param count cases without a target, where no case has one */
export function neitherOnTimeNorLate(count: number): string {
  return `Without one, ${formatCounted(count, "case")} can’t be on time or late.`;
}

export function overdueNotClosed(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "case is" : "cases are"} overdue and not closed`;
}

export function moreAtRisk(count: number): string {
  return `${formatCount(count)} more ${count === 1 ? "is" : "are"} at risk`;
}

/**
 * @param rate "57%", or "4 of 7" where `isPercent` is false
 * @param basis the numbers that the rate is of
 */
export function endedOnTime(rate: string, basis: string, isPercent: boolean): string {
  return `${rate}${isPercent ? " of the" : ""} cases whose target came due ended on time (${basis}), counting the overdue as late.`;
}

export function haveNoTarget(count: number): string {
  return `${formatCounted(count, "case")} ${count === 1 ? "has" : "have"} no target.`;
}

/** Where no case has a target. */
export const noTargets = {
  set: "No targets are set.",
  setForThese: "No targets are set for these cases.",
  target:
    "A target is the number of business hours in which a type of case must be resolved, or the due date that a case’s traces send as sla.due.",
  link: "Set targets",
  whoMay: "Engineers and admins set them.",
} as const;

export function ofOpenCases(of: number): string {
  return `of ${formatCounted(of, "case")} with a target, not closed`;
}

/** @param hits of `of` cases */
export function hitsOfCases(hits: number, of: number): string {
  return `${formatCount(hits)} of ${formatCounted(of, "case")}`;
}

export function moreNotDue(count: number): string {
  return `${formatCount(count)} more not due yet`;
}

export const urgentCases = {
  none: "Nothing is overdue or at risk",
  order:
    "First what can still be met in business hours, then what runs out before you open again, then the latest missed",
  allOverdue: "All overdue",
  allAtRisk: "All at risk",
  csv: "CSV",
  csvTitle: "Every case with a target, with its clock",
  region: "Overdue and at risk",
  columns: {
    case: "Case",
    left: "Left",
    clock: "Clock",
    due: "Due",
    type: "Type",
    journey: "Journey",
  },
} as const;

export function atRiskOrOverdue(count: number): string {
  return `${formatCounted(count, "case")} at risk or overdue, not closed`;
}

export function moreInLists(count: number): string {
  return `${formatCounted(count, "more case")} in the lists and the CSV.`;
}

export const csvColumns = [
  ...["Case id", "Type", "Channels", "Clock", "Opened (UTC)", "At risk from (UTC)", "Due (UTC)"],
  ...["Paused since (UTC)", "Pause reason", "Closed (UTC)", "Business minutes left"],
];

export const clocks = {
  subtitle: "Where each case’s clock stands now",
  columns: { clock: "Clock", cases: "Cases", share: "Share" },
} as const;

/** @param late of `of` cases with a target */
export function clocksTitle(late: number, of: number): string {
  return `${formatCount(late)} of ${formatCounted(of, "case")} with a target ${late === 1 ? "is" : "are"} overdue or ended late`;
}

export function withoutTarget(count: number): string {
  return `${formatCounted(count, "case")} without a target`;
}

export const pauseReasons = {
  subtitle: "Open cases whose clock is paused, by reason",
  columns: { reason: "Reason", cases: "Cases" },
  link: "The cases",
} as const;

export function clocksPaused(count: number): string {
  return `${formatCounted(count, "clock")} ${count === 1 ? "is" : "are"} paused`;
}

/** @param clocks "3 clocks are paused" @param isOnly whether there is no other reason */
export function pausedMostOften(clocks: string, reason: string, isOnly: boolean): string {
  return `${clocks}, ${isOnly ? "" : "most often "}${reason}`;
}

/** @param clocks "3 clocks are paused" */
export function pausedForReasons(clocks: string, reasons: number): string {
  return `${clocks}, for ${formatCounted(reasons, "reason")}`;
}
