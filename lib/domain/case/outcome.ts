import type { CaseClosing, ClosureEvidence } from "./case";

/** The case outcome ladder, in the order in which its rules are applied. */
export const outcomes = [
  "duplicate",
  "unknown",
  "reopened",
  "in_progress",
  "passed_on",
  "resolved_verified",
  "resolved_confirmed",
  "closed_likely",
  "closed_unproven",
  "fell_quiet",
  "unresolved",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Stored instants and facts that determine the outcome. All instants are microseconds since 1970. */
export type OutcomeFacts = {
  readonly isMerged: boolean;
  /** Words of a contact in which the customer took part were recorded. */
  readonly hasTranscript: boolean;
  /** The last contact about an account was passed on to somebody of whom nothing is recorded. */
  readonly isPassedOn: boolean;
  readonly openedUs: number | null;
  readonly closing: CaseClosing | null;
  readonly reopenedUs: number | null;
  /** Start of the customer's first contact about the same issue in another case, if within the repeat window. */
  readonly repeatUs: number | null;
  readonly evidence: ClosureEvidence;
  /** When the case becomes mature. */
  readonly matureUs: number | null;
};

/**
 * A case's outcome at an instant: the ordered, exclusive table.
 * @param asOfUs microseconds since 1970; later events are ignored
 */
export function outcomeAt(facts: OutcomeFacts, asOfUs: number): Outcome {
  if (facts.isMerged) return "duplicate";
  const isStated = facts.closing !== null && facts.closing.from !== "inferred";
  if (!facts.hasTranscript && !isStated) return "unknown";
  if (hasHappened(facts.reopenedUs, asOfUs) || hasHappened(facts.repeatUs, asOfUs))
    return "reopened";
  if (!hasHappened(facts.matureUs, asOfUs)) return "in_progress";
  if (facts.isPassedOn && !isStated) return "passed_on";
  const closing = facts.closing !== null && facts.closing.atUs <= asOfUs ? facts.closing : null;
  if (closing === null) return "unresolved";
  if (facts.evidence === "verified") return "resolved_verified";
  if (facts.evidence === "confirmed") return "resolved_confirmed";
  if (facts.evidence === "judged") return "closed_likely";
  if (closing.from !== "inferred") return "closed_unproven";
  return facts.evidence === "assumed" ? "fell_quiet" : "unresolved";
}

/** Whether a closing ended the case: it was stated, or the case fell quiet with evidence of resolution. */
export function isClosedBy({ from }: CaseClosing, evidence: ClosureEvidence): boolean {
  return from !== "inferred" || (evidence !== "assumed" && evidence !== "none");
}

/** True if resolved with evidence, null if outside the headline's denominator, else false. */
export function isResolved(outcome: Outcome): boolean | null {
  switch (outcome) {
    case "resolved_verified":
    case "resolved_confirmed":
      return true;
    case "duplicate":
    case "in_progress":
    case "unknown":
    case "passed_on":
      return null;
    case "reopened":
    case "closed_likely":
    case "closed_unproven":
    case "fell_quiet":
    case "unresolved":
      return false;
  }
}

/** True where nothing recorded shows how the case ended. */
export function isOutcomeUnknown(outcome: Outcome): boolean {
  return outcome === "unknown" || outcome === "passed_on";
}

/** True for a judgeable case that not even an evaluator calls resolved. */
export function isNeither(outcome: Outcome): boolean {
  return isResolved(outcome) === false && outcome !== "closed_likely";
}

function hasHappened(instantUs: number | null, asOfUs: number): boolean {
  return instantUs !== null && instantUs <= asOfUs;
}
