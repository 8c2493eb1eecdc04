import { caseCellText, caseColumnEntries } from "./case-cells";
import type { CaseListItem } from "./cases-page-model";
import type { CaseColumn } from "./cases-query";
import { csvHeader, csvLine } from "./csv";

/** RFC 4180 ends each line so. */
const lineEnd = "\r\n";

/** The first line of the list as a file: the case, then the chosen columns, by their headings. */
export function casesCsvHead(columns: readonly CaseColumn[]): string {
  const names = named(columns, () => null);
  return `${csvHeader(names)}${lineEnd}`;
}

/** A case as a line of that file: what the list shows of it, counts without separators. */
export function casesCsvLine(item: CaseListItem, columns: readonly CaseColumn[]): string {
  const cells = named(columns, (name) =>
    name === "touchpoints" || name === "messages" ? item[name] : caseCellText(name, item),
  );
  return `${csvLine(cells)}${lineEnd}`;
}

function named<Value>(
  columns: readonly CaseColumn[],
  valueOf: (name: CaseColumn | "case") => Value,
): Readonly<Record<string, Value>> {
  const all = ["case" as const, ...columns];
  return Object.fromEntries(all.map((name) => [caseColumnEntries[name].label, valueOf(name)]));
}
