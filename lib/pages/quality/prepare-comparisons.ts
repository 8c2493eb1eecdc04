import type { Comparison, OtherJudge } from "@/lib/domain/quality/comparison";
import { caseHref } from "@/lib/pages/case/href";
import { formatScore } from "@/lib/format/format";
import { numberWords, shareWords } from "./prepare-agreements";
import type { AgreementView } from "./quality-model";

/** Prepares comparisons of our evaluator with other scorers of the same targets. */
export function prepareComparisons(comparisons: readonly Comparison[]): readonly AgreementView[] {
  return comparisons.map(({ version, other, agreed, kappa, meanDifference, disagreements }) => {
    const about = `v${String(version)} and ${otherWords(other)}`;
    const sign = meanDifference < 0 ? "−" : "+";
    return {
      key: about,
      about,
      facts: [
        { name: "On the same side of 0.5", value: shareWords(agreed) },
        ...(kappa === null ? [] : [{ name: "κ", value: numberWords(kappa.value, kappa.interval) }]),
        {
          name: "Ours less theirs, mean",
          value: `${sign}${Math.abs(meanDifference).toFixed(2)}`,
        },
      ],
      disagreements: disagreements.map(({ caseId, ours, theirs }, index) => ({
        key: String(index),
        caseId,
        href: caseHref(caseId),
        words: `ours ${formatScore(ours)}, theirs ${formatScore(theirs)}`,
        reason: "",
      })),
    };
  });
}

/** The other scorer: "imported ConversationResolution". */
export function otherWords(other: OtherJudge): string {
  return other.kind === "imported"
    ? `imported ${other.name}`
    : `LLM judge ${other.model}, rubric v${String(other.rubric)}`;
}
