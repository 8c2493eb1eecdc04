import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { GateSubject } from "@/lib/domain/gate/gate-input";
import type { Run } from "@/lib/domain/gate/run";

/**
 * SHA-256 of each part of a gate's input as canonical JSON: names of files and releases are no part of it. `cohort` is
 * of all contents of the cohort, as the input states it; `items` is of what decides of them.
 */
export type GateHashes = {
  readonly cohort: string;
  readonly items: string;
  readonly candidate: string;
  readonly baseline: string | null;
  readonly labels: string;
  /** Null: no earlier run that repeated its cases is known, or needed. */
  readonly repeatedRun: string | null;
  readonly policy: string;
};

/**
 * The hash that a cohort is known by.
 * @param items in canonical form
 */
export function hashCohort(items: readonly CohortItem[], sha256: (text: string) => string): string {
  return sha256(JSON.stringify(items));
}

/** @param sha256 of a text's UTF-8 bytes, hexadecimal */
export function hashInput(
  { cohort, candidate, baseline, labels, labelSource, repeatedRun, policy }: GateSubject,
  sha256: (text: string) => string,
): GateHashes {
  const ofRun = ({ outcomes }: Run) => sha256(JSON.stringify(outcomes));
  return {
    cohort: cohort.sha256,
    items: sha256(JSON.stringify(cohort.items)),
    candidate: ofRun(candidate),
    baseline: baseline === null ? null : ofRun(baseline),
    labels: sha256(JSON.stringify({ labels, labelSource })),
    repeatedRun: repeatedRun === null ? null : sha256(JSON.stringify(repeatedRun)),
    policy: sha256(JSON.stringify(policy)),
  };
}
