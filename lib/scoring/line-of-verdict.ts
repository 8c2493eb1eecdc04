import type { AssembledCase, Evidence, Verdict } from "@/lib/domain/case/case";
import { placeInRow } from "./place-in-row";
import type { RowPlace, ScoreVerdict } from "./score-line";

/**
 * A verdict in the format of `throughline score`.
 * @param value probability of the data set's label 1, if it is not the verdict's own value
 */
export function lineOfVerdict(
  verdict: Verdict,
  assembled: Pick<AssembledCase, "messages">,
  value?: number,
): ScoreVerdict {
  if (verdict.status !== "scored") {
    const hint = verdict.status === "not-scorable" ? (verdict.hint ?? null) : null;
    return { status: verdict.status, value: hint, because: verdict.because, evidence: [] };
  }
  return {
    status: "scored",
    value: value ?? verdict.value,
    because: verdict.because,
    evidence: verdict.evidence.flatMap((each) => evidencePlace(each, assembled)),
  };
}

function evidencePlace(
  evidence: Evidence,
  assembled: Pick<AssembledCase, "messages">,
): readonly RowPlace[] {
  return "message" in evidence ? [placeInRow(evidence, assembled)] : [];
}
