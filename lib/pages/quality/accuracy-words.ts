import type { EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { figureName } from "./prepare-quality";

/**
 * How right an evaluator was, beside each of its scores: of several sets from the worst to the best, on words
 * masked as the pages' are where that was measured.
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
