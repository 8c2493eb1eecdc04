import type { EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { figureName } from "./prepare-quality";

/**
 * An evaluator's accuracy, shown with its scores: the range over label sets, on masked text where measured.
 */
export function accuracyWords(accuracy: EvaluatorAccuracy | undefined): string {
  const figures = (accuracy?.sets ?? []).flatMap(({ figures: [first] }) =>
    first === undefined || first.value === null
      ? []
      : [{ name: first.name, value: first.masked ?? first.value }],
  );
  const name = figures[0]?.name;
  if (name === undefined) return "accuracy not measured";
  const values = figures.filter((each) => each.name === name).map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2));
  return `${figureName(name)} ${least === most ? String(least) : `${String(least)} to ${String(most)}`}`;
}
