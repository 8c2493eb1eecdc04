import { channels, type Channel } from "@/lib/domain/trace/channel";
import { handoffVerdicts } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import { rowsOf } from "../case-table/child-table";
import { latestChildren } from "../select/select-children";

const askedAgain = handoffVerdicts.indexOf("asked-again");

/** A handoff by the key of its case and its position there. */
export type FoundHandoff = { readonly key: number; readonly ordinal: number };

type Pair = { readonly from: Channel; readonly to: Channel };

/**
 * The pair of channels at whose handoffs customers were asked again most often; null where none was.
 * @param repetitions of `repetitionsOf`
 */
export function mostRepeatingPair(
  { handoffs: { integers } }: CaseTable,
  repetitions: Uint32Array,
): Pair | null {
  const counts = new Uint32Array(channels.length ** 2);
  for (const place of repetitions) {
    const pair = (integers.from[place] ?? 0) * channels.length + (integers.to[place] ?? 0);
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  const most = counts.reduce((best, count, pair) => (count > (counts[best] ?? 0) ? pair : best), 0);
  const from = channels[Math.floor(most / channels.length)];
  const to = channels[most % channels.length];
  return (counts[most] ?? 0) === 0 || from === undefined || to === undefined ? null : { from, to };
}

/**
 * Finds the handoffs between two channels at which the customer was asked again, the latest first.
 * @param repetitions of `repetitionsOf` @param at which of them is wanted, from 0; the last where there are fewer
 */
export function findRepetition(
  table: CaseTable,
  repetitions: Uint32Array,
  { from, to, at }: Pair & { readonly at: number },
): { readonly total: number; readonly at: number; readonly handoff: FoundHandoff | null } {
  const { integers, caseKey } = table.handoffs;
  const [left, reached] = [channels.indexOf(from), channels.indexOf(to)];
  const places = repetitions.filter(
    (place) => integers.from[place] === left && integers.to[place] === reached,
  );
  const shown = Math.max(0, Math.min(at, places.length - 1));
  const [place] = latestChildren(table, "handoffs", places, shown, shown + 1);
  const handoff =
    place === undefined
      ? null
      : { key: caseKey[place] ?? 0, ordinal: integers.ordinal[place] ?? 0 };
  return { total: places.length, at: shown, handoff };
}

/** The rows of the handoffs at which the customer was asked again. @param keys of the cases */
export function repetitionsOf({ handoffs }: CaseTable, keys: Uint32Array): Uint32Array {
  const { verdict } = handoffs.integers;
  const rows = rowsOf(handoffs, keys);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const place = rows[index] ?? 0;
    // Branch-free, in the same memory.
    rows[count] = place;
    count += Number(verdict[place] === askedAgain);
  }
  return rows.slice(0, count);
}
