import type { CohortVersion } from "@/lib/domain/gate/stored-cohort";
import type { VerdictHead } from "@/lib/domain/gate/stored-verdict";

/**
 * Whether a verdict is an attempt beside a run's own, as the gate counts them: of its release on any version of the
 * cohort, or of the run on any cohort.
 * @param own the latest verdict on the run
 */
export function isAttempt(
  { run, release, cohort }: VerdictHead,
  ofRun: string,
  own: VerdictHead | null,
  versions: readonly CohortVersion[],
): boolean {
  if (run === ofRun) return true;
  const nameOf = (hash: string) => versions.find(({ sha256 }) => sha256 === hash)?.name ?? hash;
  return own !== null && release === own.release && nameOf(cohort) === nameOf(own.cohort);
}
