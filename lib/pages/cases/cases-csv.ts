import type { ScoreBasis } from "@/lib/analytics/metrics/metric";
import { scoreColumnTitle } from "@/lib/analytics/words/scores-in-query";
import { caseCellText, caseColumnEntries } from "@/lib/analytics/words/case-cells";
import type { ListedCase } from "@/lib/analytics/words/case-list-item";
import type { CaseColumn } from "@/lib/analytics/filter/cases-query";
import { csvLine } from "@/lib/analytics/charts/csv";

/** RFC 4180 ends each line so. */
const lineEnd = "\r\n";

/**
 * The first line of the list as a file: the case, the scores that the list goes by, each with the version
 * that gave it, then the chosen columns by their headings.
 */
export function casesCsvHead(columns: readonly CaseColumn[], asked: readonly ScoreBasis[]): string {
  const scores = asked.map(scoreColumnTitle).flatMap((label) => [label, `${label}: version`]);
  return lineOf(columns, (name) => caseColumnEntries[name].label, scores);
}

/** A case as a line of that file: what the list shows of it, counts and scores as bare numbers. */
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
