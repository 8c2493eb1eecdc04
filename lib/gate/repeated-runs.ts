import { gateLimits } from "@/lib/domain/gate/gate-limits";
import type { RepeatedRun, Run } from "@/lib/domain/gate/run";
import type { RunFigures } from "@/lib/domain/gate/verdict";

/** Whether a run replayed some case more than once. */
export function isRepeated({ outcomes }: Run): boolean {
  return new Set(outcomes.map(({ repeat }) => repeat)).size > 1;
}

/** What a run's figures say of the flip rate; null: too few of its cases were repeated. */
export function repeatedRunOf({
  release,
  flips,
}: Pick<RunFigures, "release" | "flips">): RepeatedRun | null {
  return flips === null || flips.of < gateLimits.repeated ? null : { release, ...flips };
}

/**
 * The run whose flip rate says most of a candidate that ran each case once: one of its own release, else of its
 * baseline's, else any other on the cohort.
 * @param runs the latest first
 */
export function chooseRepeatedRun(
  runs: readonly RepeatedRun[],
  { candidate, baseline }: { readonly candidate: Run; readonly baseline: Run | null },
): RepeatedRun | null {
  if (isRepeated(candidate)) return null;
  const ofRelease = (named: string | undefined) => runs.find(({ release }) => release === named);
  return ofRelease(candidate.release) ?? ofRelease(baseline?.release) ?? runs[0] ?? null;
}
