import { channels, type Channel } from "@/lib/domain/trace/channel";
import { isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";
import type { CaseTable } from "../case-table/case-table";

/** Contacts shown as steps of their own; later ones are one step. */
export const flowSteps = 5;
/** The outcomes that an end combines. */
export function outcomesOf(end: FlowEnd): readonly Outcome[] {
  return outcomes.filter((outcome) => flowEndOf(outcome) === end);
}

/** How a journey ended so far; `unjudged`: its outcome is unknown, or it was merged into another case. */
export const flowEnds = ["resolved", "not resolved", "waiting", "unjudged"] as const;
export type FlowEnd = (typeof flowEnds)[number];

/** A node: a channel at a step, several rare ones there, all later contacts, or the end. */
export type FlowPoint = Channel | "other" | "later" | FlowEnd;

/** A link: cases that went from one contact to the next, or ended after it. */
export type FlowLink = {
  /** The contact left, from 0; `flowSteps` is all later ones. */
  readonly step: number;
  readonly from: FlowPoint;
  readonly to: FlowPoint;
  readonly cases: number;
};

export type Flow = {
  /** Cases with any contact. */
  readonly cases: number;
  /** Cases without: they are not in the flow. */
  readonly without: number;
  /** By step, then by source and target. */
  readonly links: readonly FlowLink[];
  /** By step, from 0: the channels combined in "other". */
  readonly folded: readonly (readonly Channel[])[];
};

const points: readonly FlowPoint[] = [...channels, "later", ...flowEnds, "other"];
const later = points.indexOf("later");
const other = points.indexOf("other");
const endOf = Uint8Array.from(outcomes, (each) => points.indexOf(flowEndOf(each)));
const square = points.length ** 2;

function flowEndOf(outcome: Outcome): FlowEnd {
  if (outcome === "in_progress") return "waiting";
  const resolved = isResolved(outcome);
  return resolved === null ? "unjudged" : resolved ? "resolved" : "not resolved";
}

/**
 * Counts cases from contact to contact until their end, at the table's `asOf`. Channels that are rare at a step are
 * combined in one point there.
 * @param keys of the cases
 * @param foldBelow the least share of all cases that a channel needs at a step for a point of its own
 */
export function tallyFlow(
  { columns, contacts }: CaseTable,
  keys: Uint32Array,
  foldBelow: number,
): Flow {
  const { channel } = contacts.integers;
  const links = new Uint32Array((flowSteps + 1) * square);
  let without = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const first = contacts.first[key] ?? 0;
    const count = contacts.count[key] ?? 0;
    without += Number(count === 0);
    if (count === 0) continue;
    let from = channel[first] ?? 0;
    let step = 0;
    for (; step + 1 < count && step < flowSteps; step += 1) {
      const to = step + 1 < flowSteps ? (channel[first + step + 1] ?? 0) : later;
      add(links, step * square + from * points.length + to);
      from = to;
    }
    const end = endOf[columns.outcome[key] ?? 0] ?? 0;
    add(links, step * square + from * points.length + end);
  }
  const cases = keys.length - without;
  const rare = rareChannels(links, foldBelow * cases);
  return { cases, without, links: linksOf(foldRare(links, rare)), folded: rare };
}

function add(counts: Uint32Array, at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by;
}

function rareChannels(links: Uint32Array, least: number): readonly (readonly Channel[])[] {
  return Array.from({ length: flowSteps }, (_, step) =>
    channels.filter((_channel, point) => leavingAt(links, step, point) < least),
  );
}

/** Renames a step's rare channels in its outgoing and incoming links. */
function foldRare(links: Uint32Array, rare: Flow["folded"]): Uint32Array {
  const names = Array.from({ length: flowSteps + 1 }, (_, step) =>
    points.map((name, point) => (rare[step]?.some((each) => each === name) ? other : point)),
  );
  const folded = new Uint32Array(links.length);
  links.forEach((cases, at) => {
    const step = Math.floor(at / square);
    const from = Math.floor((at % square) / points.length);
    const to = at % points.length;
    const left = names[step]?.[from] ?? from;
    const reached = names[step + 1]?.[to] ?? to;
    add(folded, step * square + left * points.length + reached, cases);
  });
  return folded;
}

function leavingAt(links: Uint32Array, step: number, from: number): number {
  const start = step * square + from * points.length;
  return links.subarray(start, start + points.length).reduce((sum, each) => sum + each, 0);
}

function linksOf(links: Uint32Array): readonly FlowLink[] {
  return Array.from(links, (cases, at) => ({
    step: Math.floor(at / square),
    from: points[Math.floor((at % square) / points.length)] ?? "other",
    to: points[at % points.length] ?? "other",
    cases,
  })).filter(({ cases }) => cases > 0);
}
