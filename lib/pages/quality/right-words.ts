import type { EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import { joinedByAnd } from "@/lib/format/join-words";
import { printedFigures } from "./printed-figures";

/**
 * How often an evaluator is right where it says one thing, by what was measured; the least of several measurements.
 * "67% of contacts with AI agents (resolution.tau) and 97% of contacts with people (satisfaction.star)".
 * @param says as on pages: "likely resolved"
 * @returns "" where that was not measured
 */
export function rightWords(accuracy: EvaluatorAccuracy | undefined, says: string): string {
  const measured = (accuracy?.sets ?? []).flatMap((set) => {
    const figure = printedFigures(set).find(({ name }) => name === `“${says}” right`);
    const value = figure?.masked ?? figure?.value ?? null;
    return value === null ? [] : [{ ...set, value }];
  });
  const paths = [...new Set(measured.map(({ path }) => path))];
  return joinedByAnd(
    paths.map((path) => {
      const own = measured.filter((each) => each.path === path);
      const least = own.toSorted((a, b) => a.value - b.value)[0];
      const dataSets = [...new Set(own.map(({ dataSet }) => dataSet))];
      return `${String(Math.round(100 * (least?.value ?? 0)))}% of ${path} (${dataSets.join(", ")})`;
    }),
  );
}
