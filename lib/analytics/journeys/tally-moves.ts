import { initiatorOfMove } from "@/lib/domain/case/initiator-of-move";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { medianOf } from "@/lib/stats/quantiles/nth-value";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { handoffVerdicts } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import { initiators } from "../rows/contact-row";

/** The initiator of a move; `all` includes unknown ones. */
export const starters = ["all", "customer", "agent"] as const;
export type Starter = (typeof starters)[number];

/** Moves of cases from a contact on one channel to the next contact. */
export type Move = {
  readonly from: Channel;
  /** The same as `from` where the customer was back on it. */
  readonly to: Channel;
  readonly count: number;
  /** Cases with such a move, each once. */
  readonly cases: number;
  /** Of those cases that are mature, those resolved with evidence. */
  readonly resolved: Proportion;
  /** Of the moves with a score, those at which the customer was asked again. */
  readonly repeated: Proportion;
  /** From the end of one contact to the start of the next, microseconds. */
  readonly medianGapUs: number;
};

const size = channels.length;
const cells = size * size;
const judgedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));
const resolvedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) === true));
const askedAgain = handoffVerdicts.indexOf("asked-again");
const unknown = handoffVerdicts.indexOf("unknown");
const secondUs = 1_000_000;

/**
 * Counts the moves of some cases at the table's `asOf`, in one pass.
 * @param keys of the cases
 * @returns those that happened, in the order of channels
 */
export function tallyMoves(table: CaseTable, keys: Uint32Array, starter: Starter): readonly Move[] {
  const { columns, contacts, handoffs } = table;
  const { channel } = contacts.integers;
  const { startUs, endUs } = contacts.instants;
  const wanted = starter === "all" ? -1 : initiators.indexOf(starter);
  const sums = createSums();
  const cellOf = new Uint8Array(contacts.live);
  const gaps = new Float32Array(contacts.live);
  let moves = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const first = contacts.first[key] ?? 0;
    const end = first + (contacts.count[key] ?? 0);
    let passed = handoffs.first[key] ?? 0;
    const passedEnd = passed + (handoffs.count[key] ?? 0);
    const outcome = columns.outcome[key] ?? 0;
    for (let place = first + 1; place < end; place += 1) {
      const from = channel[place - 1] ?? 0;
      const to = channel[place] ?? 0;
      const begunUs = startUs[place] ?? 0;
      const found = findHandoff(handoffs, passed, passedEnd, { from, to, begunUs });
      if (found < passedEnd) passed = found + 1;
      if (wanted >= 0 && startedBy(contacts, place) !== wanted) continue;
      const cell = from * size + to;
      add(sums.count, cell, 1);
      if (sums.lastCase[cell] !== key + 1) {
        sums.lastCase[cell] = key + 1;
        add(sums.cases, cell, 1);
        add(sums.judged, cell, judgedOf[outcome] ?? 0);
        add(sums.resolved, cell, resolvedOf[outcome] ?? 0);
      }
      const verdict = found < passedEnd ? (handoffs.integers.verdict[found] ?? unknown) : unknown;
      add(sums.known, cell, Number(verdict !== unknown));
      add(sums.askedAgain, cell, Number(verdict === askedAgain));
      cellOf[moves] = cell;
      gaps[moves] = Math.max(0, begunUs - (endUs[place - 1] ?? 0)) / secondUs;
      moves += 1;
    }
  }
  return movesOf(sums, gapsByCell(sums.count, cellOf, gaps, moves));
}

/** The initiator of a contact: an index in `initiators`. */
export function startedBy({ integers, instants }: CaseTable["contacts"], place: number): number {
  const initiator = integers.initiator[place] ?? 0;
  if (integers.isTransferred[place - 1] !== 1) return initiator;
  const gapUs = (instants.startUs[place] ?? 0) - (instants.endUs[place - 1] ?? 0);
  const isPassedOn = true;
  const starter = initiators[initiator] ?? "unknown";
  return initiators.indexOf(initiatorOfMove({ isPassedOn, initiator: starter, gapUs }));
}

type Sought = { readonly from: number; readonly to: number; readonly begunUs: number };

/**
 * The handoff that began a contact: the first after the previous one's that leads from channel to channel and is not
 * older. Handoffs inside a contact come before it.
 */
function findHandoff(
  { integers, instants }: CaseTable["handoffs"],
  from: number,
  end: number,
  sought: Sought,
): number {
  for (let place = from; place < end; place += 1) {
    if (integers.from[place] !== sought.from || integers.to[place] !== sought.to) continue;
    if ((instants.atUs[place] ?? 0) >= sought.begunUs) return place;
  }
  return end;
}

type SumName = "count" | "cases" | "lastCase" | "judged" | "resolved" | "known" | "askedAgain";
type Sums = Readonly<Record<SumName, Uint32Array>>;

/** One entry per cell: the source channel × channels + the target channel. */
function createSums(): Sums {
  const sum = () => new Uint32Array(cells);
  return {
    count: sum(),
    cases: sum(),
    lastCase: sum(),
    judged: sum(),
    resolved: sum(),
    known: sum(),
    askedAgain: sum(),
  };
}

function add(sums: Uint32Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
}

/** The gaps by cell, by counting sort. */
function gapsByCell(
  counts: Uint32Array,
  cellOf: Uint8Array,
  gaps: Float32Array,
  moves: number,
): readonly Float32Array[] {
  const together = new Float32Array(moves);
  const next = new Uint32Array(cells);
  for (let cell = 1; cell < cells; cell += 1) {
    next[cell] = (next[cell - 1] ?? 0) + (counts[cell - 1] ?? 0);
  }
  const starts = next.slice();
  for (let move = 0; move < moves; move += 1) {
    const cell = cellOf[move] ?? 0;
    const place = next[cell] ?? 0;
    together[place] = gaps[move] ?? 0;
    next[cell] = place + 1;
  }
  return Array.from(starts, (start, cell) => together.subarray(start, next[cell]));
}

function movesOf(sums: Sums, gaps: readonly Float32Array[]): readonly Move[] {
  const at = (name: SumName, cell: number) => sums[name][cell] ?? 0;
  return channels.flatMap((from, row) =>
    channels.flatMap((to, column) => {
      const cell = row * size + column;
      const count = at("count", cell);
      if (count === 0) return [];
      return [
        {
          ...{ from, to, count, cases: at("cases", cell) },
          resolved: { hits: at("resolved", cell), of: at("judged", cell) },
          repeated: { hits: at("askedAgain", cell), of: at("known", cell) },
          medianGapUs: medianOf(gaps[cell] ?? new Float32Array(0)) * secondUs,
        },
      ];
    }),
  );
}
