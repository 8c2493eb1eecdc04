import type { ScoreBasis } from "@/lib/analytics/metrics/metric";
import { scoreColumnTitle } from "@/lib/analytics/words/scores-in-query";
import { caseCellText, caseColumnEntries } from "@/lib/analytics/words/case-cells";
import type { ListedCase } from "@/lib/analytics/words/case-list-item";
import type { CaseColumn } from "@/lib/analytics/filter/cases-query";
import { csvLine } from "@/lib/analytics/charts/csv";

/** The line end of RFC 4180. */
const lineEnd = "\r\n";

/** The CSV header: the case, the filtered scores with their versions, then the chosen columns. */
export function casesCsvHead(
  columns: readonly CaseColumn[],
  scoreColumns: readonly ScoreBasis[],
): string {
  const scores = scoreColumns
    .map(scoreColumnTitle)
    .flatMap((label) => [label, `${label}: version`]);
  return lineOf(columns, (name) => caseColumnEntries[name].label, scores);
}

/** A case as a CSV line: the list's columns, counts and scores as plain numbers. */
export function casesCsvLine(item: ListedCase, columns: readonly CaseColumn[]): string {
  const scores = item.deciding.flatMap((score) => [score?.value, score?.version]);
  return lineOf(
    columns,
    (name) =>
      name === "touchpoints" || name === "messages" ? item[name] : caseCellText(name, item),
    scores,
  );
}

function lineOf(
  columns: readonly CaseColumn[],
  cellOf: (name: CaseColumn | "case") => unknown,
  scores: readonly unknown[],
): string {
  return `${csvLine([cellOf("case"), ...scores, ...columns.map(cellOf)])}${lineEnd}`;
}
