import type { CaseClosing, ClosureEvidence } from "./case";

/** The case outcome ladder, in the order in which its rules are tried. */
export const outcomes = [
  "duplicate",
  "unknown",
  "reopened",
  "in_progress",
  "resolved_verified",
  "resolved_confirmed",
  "closed_likely",
  "closed_unproven",
  "unresolved",
] as const;
export type Outcome = (typeof outcomes)[number];

/** The stored instants and facts from which the outcome is read. All instants are microseconds since 1970. */
export type OutcomeFacts = {
  readonly isMerged: boolean;
  readonly hasTranscript: boolean;
  readonly openedUs: number | null;
  readonly closing: CaseClosing | null;
  readonly reopenedUs: number | null;
  /** The customer's next case about the same issue, if it came within the repeat window. */
  readonly repeatUs: number | null;
  readonly evidence: ClosureEvidence;
  /** From when on the case counts as mature. */
  readonly matureUs: number | null;
};

/**
 * Reads a case's outcome as of an instant: the ordered, exclusive table.
 * @param asOfUs microseconds since 1970; what happened later has not happened yet
 */
export function outcomeAt(facts: OutcomeFacts, asOfUs: number): Outcome {
  if (facts.isMerged) return "duplicate";
  if (!facts.hasTranscript && (facts.closing === null || facts.closing.from === "inferred"))
    return "unknown";
  if (hasHappened(facts.reopenedUs, asOfUs) || hasHappened(facts.repeatUs, asOfUs))
    return "reopened";
  if (!hasHappened(facts.matureUs, asOfUs)) return "in_progress";
  const closing = facts.closing !== null && facts.closing.atUs <= asOfUs ? facts.closing : null;
  if (closing === null) return "unresolved";
  if (facts.evidence === "verified") return "resolved_verified";
  if (facts.evidence === "confirmed") return "resolved_confirmed";
  if (facts.evidence === "judged") return "closed_likely";
  return closing.from === "inferred" ? "unresolved" : "closed_unproven";
}

/**
 * Whether a closing ended the case: somebody stated it, or the case fell silent and what was said shows that
 * it was resolved. What fell silent without such evidence was closed by nobody.
 */
export function isClosedBy({ from }: CaseClosing, evidence: ClosureEvidence): boolean {
  return from !== "inferred" || (evidence !== "assumed" && evidence !== "none");
}

/** True for resolved with evidence, null where the case is outside the headline's denominator, else false. */
export function isResolved(outcome: Outcome): boolean | null {
  switch (outcome) {
    case "resolved_verified":
    case "resolved_confirmed":
      return true;
    case "duplicate":
    case "in_progress":
    case "unknown":
      return null;
    case "reopened":
    case "closed_likely":
    case "closed_unproven":
    case "unresolved":
      return false;
  }
}

/** Of a case that can be judged, true where not even an evaluator says that it was resolved. */
export function isNeither(outcome: Outcome): boolean {
  return isResolved(outcome) === false && outcome !== "closed_likely";
}

function hasHappened(instantUs: number | null, asOfUs: number): boolean {
  return instantUs !== null && instantUs <= asOfUs;
}
