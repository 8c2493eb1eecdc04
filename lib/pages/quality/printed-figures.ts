import type {
  AccuracyOfSet,
  EvaluatorAccuracy,
  MeasuredFigure,
} from "@/lib/domain/quality/accuracy";

/** The figures of a set that are printed beside verdicts; none where it measures another path than theirs. */
export function printedFigures({
  isOfVerdicts,
  figures,
}: AccuracyOfSet): readonly MeasuredFigure[] {
  return isOfVerdicts ? figures.filter(({ isPrinted, value }) => isPrinted && value !== null) : [];
}

/** Whether verdicts were measured as they are given: on some set, in the evaluator's own path. */
export function isMeasured(accuracy: EvaluatorAccuracy | undefined): boolean {
  return accuracy?.sets.some((set) => printedFigures(set).length > 0) ?? false;
}

const nearlyAll = 0.95;

/** " (81 % got a verdict)"; "" where nearly all did. */
export function coverageOf(sets: readonly Pick<AccuracyOfSet, "scoredShare">[]): string {
  const least = Math.min(...sets.map(({ scoredShare }) => scoredShare));
  return least >= nearlyAll ? "" : ` (${String(Math.round(100 * least))}% got a verdict)`;
}
