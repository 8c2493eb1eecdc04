import type { Identity } from "../trace/identity";

/** A replay of a cohort's item: its traces are a case of their own, apart from production. */
export type Replay = {
  /** The run that it belongs to: `run_id`, else the release that was replayed. */
  readonly run: string;
  readonly item: string;
  /** From 1; tells the replays of one item in one run apart. */
  readonly repeat: number;
};

/** No declared id holds it: see `normaliseIdentity`. */
export const replayMark = "\u001f";

/** The attribute of a failed span by which a replay says that it failed, and why. */
export const replayErrorKey = "throughline.cohort.error";

const unnamedRun = "unnamed";

/** The replay that a span belongs to; null: none, it is of production. */
export function replayOf({ cohortItem, runId, release, repeat }: Identity): Replay | null {
  if (cohortItem === undefined) return null;
  return {
    run: runId?.value ?? release?.value ?? unnamedRun,
    item: cohortItem.value,
    repeat: Number(repeat?.value ?? 1),
  };
}

/** The case id of a replay, which no case of production has. */
export function replayCaseId({ run, item, repeat }: Replay): string {
  return replayMark + [run, item, String(repeat)].join(replayMark);
}

/** Reads the case id of a replay; null: it is that of a case of production. */
export function readReplayCaseId(caseId: string): Replay | null {
  if (!caseId.startsWith(replayMark)) return null;
  const [, run, item, repeat] = caseId.split(replayMark);
  if (run === undefined || item === undefined || repeat === undefined) return null;
  return { run, item, repeat: Number(repeat) };
}
