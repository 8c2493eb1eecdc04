import type {
  AccuracyOfSet,
  EvaluatorAccuracy,
  MeasuredFigure,
} from "@/lib/domain/quality/accuracy";
import { figureName } from "./prepare-quality";
import { coverageOf, printedFigures } from "./printed-figures";

const unmeasured = "accuracy not measured";

/**
 * An evaluator's accuracy, shown with its scores: its figures over label sets, on masked text where measured, and by
 * what was measured the sets. "“supported” right 0.75 to 0.90, “not supported” right 0.71 to 0.80 on answers with
 * passages of groundedness.begin, groundedness.q2".
 */
export function accuracyWords(accuracy: EvaluatorAccuracy | undefined): string {
  const measured = (accuracy?.sets ?? []).filter((set) => printedFigures(set).length > 0);
  const paths = [...new Set(measured.map(({ path }) => path))];
  const words = paths.map((path) =>
    wordsOfPath(
      measured.filter((set) => set.path === path),
      path,
    ),
  );
  return words.length === 0 ? unmeasured : words.join("; ");
}

function wordsOfPath(sets: readonly AccuracyOfSet[], path: string): string {
  const figures = sets.flatMap(printedFigures);
  const names = [...new Set(figures.map(({ name }) => name))];
  const ranges = names.map(
    (name) => `${figureName(name)} ${rangeOf(figures.filter((each) => each.name === name))}`,
  );
  const dataSets = [...new Set(sets.map(({ dataSet }) => dataSet))];
  return `${ranges.join(", ")} on ${path} of ${dataSets.join(", ")}${coverageOf(sets)}`;
}

function rangeOf(figures: readonly MeasuredFigure[]): string {
  const values = figures.map(({ masked, value }) => masked ?? value ?? 0);
  const [least, most] = [Math.min(...values).toFixed(2), Math.max(...values).toFixed(2)];
  return least === most ? least : `${least} to ${most}`;
}
