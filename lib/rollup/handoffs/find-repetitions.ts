import { channels, type Channel } from "@/lib/domain/channel";
import type { CaseTable } from "../case-table/case-table";
import { factColumns } from "../case-table/handoff-table";
import { rowsOf } from "../case-table/part-table";
import { countedFates } from "../parts/handoff-row";
import { latestParts } from "../case-table/select-parts";

const askedAgain = countedFates.indexOf("asked-again");

/** A handoff by the key of its case and its position there. */
export type FoundHandoff = { readonly key: number; readonly ordinal: number };

/**
 * Finds the handoffs between two channels after which a known fact was asked for again, the latest first.
 * @param keys of the cases @param at which of them is wanted, from 0; the last where there are fewer
 */
export function findRepetition(
  table: CaseTable,
  keys: Uint32Array,
  { from, to, at }: { readonly from: Channel; readonly to: Channel; readonly at: number },
): { readonly total: number; readonly at: number; readonly handoff: FoundHandoff | null } {
  const { amounts, caseKey } = table.handoffs;
  const [left, reached] = [channels.indexOf(from), channels.indexOf(to)];
  const columns = factColumns.flatMap((ofKind) => {
    const column = ofKind[askedAgain];
    return column === undefined ? [] : [amounts[column]];
  });
  const places = rowsOf(table.handoffs, keys).filter(
    (place) =>
      amounts.from[place] === left &&
      amounts.to[place] === reached &&
      columns.some((column) => (column[place] ?? 0) > 0),
  );
  const shown = Math.max(0, Math.min(at, places.length - 1));
  const [place] = latestParts(table, "handoffs", places, shown, shown + 1);
  const handoff =
    place === undefined ? null : { key: caseKey[place] ?? 0, ordinal: amounts.ordinal[place] ?? 0 };
  return { total: places.length, at: shown, handoff };
}
