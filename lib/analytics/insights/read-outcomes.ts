import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import type { Snapshot } from "../ask/snapshot";

/** A case that can be judged. */
export type JudgedCase = {
  readonly key: number;
  readonly openedUs: number;
  /** Whether it was resolved with evidence and did not come back. */
  readonly isLasting: boolean;
  /** From its opening to its closing, microseconds; null where one of them is unknown. */
  readonly tookUs: number | null;
};

/** The cases of a filter that can be judged, and how many there are in all. */
export type JudgedCases = {
  readonly cases: readonly JudgedCase[];
  /** Cases of the filter. */
  readonly of: number;
  /** Cases that can be judged: more than `cases` where only the newest are taken. */
  readonly judged: number;
};

/** Reads the outcomes of the newest cases that can be judged, the newest first. @param most how many of them */
export function readOutcomes(snapshot: Snapshot, most: number): JudgedCases {
  const { columns } = snapshot.table;
  const keys = snapshot.selection().keys;
  const judged = [...keys].flatMap((key): JudgedCase[] => {
    const outcome = outcomes[columns.outcome[key] ?? 0];
    const isLasting = outcome === undefined ? null : isResolved(outcome);
    const openedUs = columns.openedUs[key] ?? NaN;
    if (isLasting === null || Number.isNaN(openedUs)) return [];
    const tookUs = (columns.closedUs[key] ?? Infinity) - openedUs;
    return [{ key, openedUs, isLasting, tookUs: Number.isFinite(tookUs) ? tookUs : null }];
  });
  judged.sort((a, b) => b.openedUs - a.openedUs || b.key - a.key);
  return { cases: judged.slice(0, most), of: keys.length, judged: judged.length };
}
