import type { EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { figureName } from "./prepare-quality";

/**
 * An evaluator's accuracy, shown with its scores: the range over label sets, on masked text where measured, and the
 * sets. "AUC 0.58 to 0.94 on groundedness.begin, groundedness.q2".
 */
export function accuracyWords(accuracy: EvaluatorAccuracy | undefined): string {
  const measured = (accuracy?.sets ?? []).flatMap(({ dataSet, figures: [first] }) =>
    first === undefined || first.value === null
      ? []
      : [{ dataSet, name: first.name, value: first.masked ?? first.value }],
  );
  const name = measured[0]?.name;
  if (name === undefined) return "accuracy not measured";
  const alike = measured.filter((each) => each.name === name);
  const values = alike.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2));
  const range = least === most ? String(least) : `${String(least)} to ${String(most)}`;
  const sets = [...new Set(alike.map(({ dataSet }) => dataSet))];
  return `${figureName(name)} ${range} on ${sets.join(", ")}`;
}
