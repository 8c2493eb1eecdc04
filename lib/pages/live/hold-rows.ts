import type { LiveRow } from "./live-model";

/** The rows that are drawn while somebody points at them, and what waits to be drawn. */
export type HeldRows = {
  readonly rows: readonly LiveRow[];
  /** Drawn rows that are not on the list any more. */
  readonly gone: ReadonlySet<string>;
  /** Rows of the list that are not drawn yet. */
  readonly added: number;
  /** Whether the list has another order or length than what is drawn. */
  readonly isBehind: boolean;
};

/**
 * Keeps drawn rows in their places and renews their words: what is under the pointer must not change places.
 * @param drawn the rows on screen
 * @param fresh the list as it is now
 * @param acted ids of cases that the viewer acted on: these leave at once
 */
export function holdRows(
  drawn: readonly LiveRow[],
  fresh: readonly LiveRow[],
  acted: ReadonlySet<string>,
): HeldRows {
  const now = new Map(fresh.map((row) => [row.caseId, row]));
  const before = new Set(drawn.map(({ caseId }) => caseId));
  const kept = drawn.filter(({ caseId }) => now.has(caseId) || !acted.has(caseId));
  const rows = kept.map((row) => now.get(row.caseId) ?? row);
  return {
    rows,
    gone: new Set(kept.flatMap(({ caseId }) => (now.has(caseId) ? [] : [caseId]))),
    added: fresh.filter(({ caseId }) => !before.has(caseId)).length,
    isBehind:
      rows.length !== fresh.length || rows.some(({ caseId }, at) => caseId !== fresh[at]?.caseId),
  };
}
