import { noteActs } from "@/lib/domain/case/contact-style";
import type { Channel } from "@/lib/domain/trace/channel";
import type { FilteredCases } from "../ask/filtered-cases";
import type { ChildOwner } from "../ask/list";
import { figuresOf } from "../ask/count";
import type { Figure } from "../metrics/figure";
import type { Metric } from "../metrics/metric";
import { ownerOf } from "../select/select-children";
import { findRepetition, mostRepeatingPair, repetitionsOf } from "./find-repetitions";
import {
  tallyContext,
  tallyHandoffs,
  type ContextTally,
  type HandoffTally,
} from "./tally-handoffs";
import {
  listPromises,
  tallyNotes,
  tallyPromises,
  type PromiseTab,
  type PromiseTally,
} from "./tally-promises";

/** Figures of the handoffs, promises and notes of some cases. */
export type HandoffCounts = {
  readonly handoffs: HandoffTally;
  readonly promises: PromiseTally;
  /** By the metric's id. */
  readonly figures: ReadonlyMap<string, Figure>;
};

export function countHandoffs(cases: FilteredCases, metrics: readonly Metric[]): HandoffCounts {
  return { ...handoffTallies(cases), figures: handoffFigures(cases, metrics) };
}

/** The counts without figures. */
function handoffTallies({
  once,
  listed,
}: FilteredCases): Pick<HandoffCounts, "handoffs" | "promises"> {
  return once("handoffs", () => {
    const { table, places } = listed();
    const keys = places("cases");
    return { handoffs: tallyHandoffs(table, keys), promises: tallyPromises(table, keys) };
  });
}

/** How well context was kept, without what became of each kind of fact. */
export function contextTally({ once, listed }: FilteredCases): ContextTally {
  return once("context kept", () => {
    const { table, places } = listed();
    return tallyContext(table, places("cases"));
  });
}

/** The figures alone, for a compared period. */
export function handoffFigures(
  cases: FilteredCases,
  metrics: readonly Metric[],
): HandoffCounts["figures"] {
  return cases.once("handoff figures", () => figuresOf(cases.listed(), metrics));
}

/** Contacts of each channel that read or wrote the case's notes, by index in `noteActs`. */
export function countNotes({ once, listed }: FilteredCases): Uint32Array {
  return once("notes", () => {
    const { table, places } = listed();
    return tallyNotes(table, places("cases"), noteActs.length);
  });
}

type Pair = { readonly from: Channel; readonly to: Channel };

/**
 * Finds a handoff at which the customer was asked again, the latest first.
 * @param request the two channels; null: where it happened most often
 * @param at its index, from 0
 */
export function readRepetition({ once, listed }: FilteredCases, request: Pair | null, at: number) {
  const { table, places } = listed();
  const repetitions = once("repetitions", () => repetitionsOf(table, places("cases")));
  const pair = request ?? mostRepeatingPair(table, repetitions);
  if (pair === null) return { pair, total: 0, at: 0, handoff: null };
  return { pair, ...findRepetition(table, repetitions, { ...pair, at }) };
}

/** A page of promises, the most urgent first; a page beyond the last is the last. */
export function listPromisePage(
  { listed }: FilteredCases,
  request: { readonly tab: PromiseTab; readonly page: number; readonly pageSize: number },
): { readonly total: number; readonly page: number; readonly owners: readonly ChildOwner[] } {
  const { table, places: placesOf } = listed();
  const keys = placesOf("cases");
  const { tab, pageSize } = request;
  const list = (page: number) =>
    listPromises(table, keys, tab, (page - 1) * pageSize, page * pageSize);
  const first = list(request.page);
  const page = Math.min(request.page, Math.max(1, Math.ceil(first.total / pageSize)));
  const { total, places } = page === request.page ? first : list(page);
  return { total, page, owners: Array.from(places, (place) => ownerOf(table.promises, place)) };
}
