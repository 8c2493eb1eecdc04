import type { GateInput } from "@/lib/domain/gate/gate-input";
import type { Run } from "@/lib/domain/gate/run";

/** SHA-256 of each part of a gate's input as canonical JSON: names of files and releases are no part of it. */
export type GateHashes = {
  readonly cohort: string;
  readonly candidate: string;
  readonly baseline: string | null;
  readonly labels: string;
  readonly policy: string;
};

/** @param sha256 of a text's UTF-8 bytes, hexadecimal */
export function hashInput(
  { cohort, candidate, baseline, labels, policy }: Omit<GateInput, "earlierAttempts">,
  sha256: (text: string) => string,
): GateHashes {
  const ofRun = ({ outcomes }: Run) => sha256(JSON.stringify(outcomes));
  return {
    cohort: sha256(JSON.stringify(cohort.items)),
    candidate: ofRun(candidate),
    baseline: baseline === null ? null : ofRun(baseline),
    labels: sha256(JSON.stringify(labels)),
    policy: sha256(JSON.stringify(policy)),
  };
}
