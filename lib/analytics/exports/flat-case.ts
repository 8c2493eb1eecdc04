import { evaluatorNames } from "@/lib/domain/quality/evaluator-catalogue";
import { exportCase, type CaseToExport } from "./export-case";

type Cell = string | number | boolean | null;

/**
 * A case as one row of plain cells, for CSV: lists joined by ";", and of each of our evaluators the worst score in the
 * case, empty without one.
 * @param asOfUs microseconds since 1970
 */
export function flatCase(read: CaseToExport, asOfUs: number): Readonly<Record<string, Cell>> {
  const { scores: _, ...fields } = exportCase(read, asOfUs);
  const cells = Object.entries(fields).map(([name, value]): [string, Cell] => [
    name,
    Array.isArray(value) ? value.join(";") : value,
  ]);
  const worst = new Map(read.row.worstScores.map(({ evaluator, value }) => [evaluator, value]));
  const scores = evaluatorNames.map((name): [string, Cell] => [
    `worst_${name}`,
    worst.get(name) ?? null,
  ]);
  return Object.fromEntries([...cells, ...scores]);
}
