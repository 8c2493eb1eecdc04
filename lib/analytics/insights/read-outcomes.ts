import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import type { Snapshot } from "../ask/snapshot";
import { latestOf } from "../select/latest-of";

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
  const { outcome, openedUs, closedUs } = snapshot.table.columns;
  const lasting = outcomes.map((each) => isResolved(each));
  const lastingOf = (key: number) => lasting[outcome[key] ?? 0] ?? null;
  const { keys } = snapshot.selection();
  const judged: number[] = [];
  for (const key of keys) {
    if (lastingOf(key) !== null && !Number.isNaN(openedUs[key])) judged.push(key);
  }
  const cases = latestOf(judged, openedUs, most).flatMap((key): JudgedCase[] => {
    const isLasting = lastingOf(key);
    const opened = openedUs[key];
    if (isLasting === null || opened === undefined) return [];
    const tookUs = (closedUs[key] ?? Infinity) - opened;
    return [{ key, openedUs: opened, isLasting, tookUs: Number.isFinite(tookUs) ? tookUs : null }];
  });
  cases.sort((a, b) => b.openedUs - a.openedUs || b.key - a.key);
  return { cases: cases.slice(0, most), of: keys.length, judged: judged.length };
}
