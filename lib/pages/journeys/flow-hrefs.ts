import type { Channel } from "@/lib/domain/trace/channel";
import { writeContactStep, type ContactStep } from "@/lib/analytics/facets/contact-step";
import {
  flowEnds,
  flowSteps,
  outcomesOf,
  type Flow,
  type FlowEnd,
  type FlowLink,
  type FlowPoint,
} from "@/lib/analytics/journeys/tally-flow";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { childListHref } from "@/lib/analytics/filter/child-list-query";

/** The input of a flow diagram. */
export type FlowOf = { readonly cases: CasesQuery; readonly folded: Flow["folded"] };

/** The contacts at a band's start, one per case. */
export function bandHref(of: FlowOf, { step, from, to }: FlowLink): string {
  const left = { number: step + 1, on: channelsAt(of, step, from) };
  if (isEnd(to)) return endHref(of, left, to);
  return stepHref(of, { ...left, then: channelsAt(of, step + 1, to) });
}

/** The contacts of a node; for an end node, the last contacts of its cases. */
export function pointHref(of: FlowOf, column: number, point: FlowPoint): string {
  if (isEnd(point)) return endHref(of, { number: column, on: "any" }, point);
  return stepHref(of, { number: column + 1, on: channelsAt(of, column, point) });
}

function isEnd(point: FlowPoint): point is FlowEnd {
  return flowEnds.some((end) => end === point);
}

function channelsAt(
  { folded }: FlowOf,
  step: number,
  point: FlowPoint,
): readonly Channel[] | "any" {
  if (point === "later" || isEnd(point)) return "any";
  return point === "other" ? (folded[step] ?? []) : [point];
}

/** Contacts beyond the last column are not split by which was the last. */
function endHref(of: FlowOf, left: ContactStep, end: FlowEnd): string {
  const { cases } = of;
  const chosen = cases.facets.outcome;
  const outcome = outcomesOf(end).filter((each) => chosen.length === 0 || chosen.includes(each));
  const step: ContactStep = left.number > flowSteps ? left : { ...left, then: "none" };
  return stepHref({ ...of, cases: { ...cases, facets: { ...cases.facets, outcome } } }, step);
}

function stepHref({ cases }: FlowOf, step: ContactStep): string {
  return childListHref({ thing: "contacts", cases, traits: { step: writeContactStep(step) } });
}
