import type { ChartTable } from "./chart-model";

/** A table of words alone, for a file. @param columns the first names the rows; the others are figures */
export function textTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ChartTable {
  return {
    columns: columns.map((words, at) => ({ words, isNumber: at > 0 })),
    rows: rows.map((cells) => cells.map((words) => ({ words }))),
  };
}
