import type { ChartTable } from "./chart-model";

/** The names of a row's fields as a line of CSV (RFC 4180). */
export function csvHeader(row: object): string {
  return Object.keys(row).map(quote).join(",");
}

/** A row's values as a line of CSV; lists and objects are JSON. */
export function csvLine(row: object): string {
  return Object.values(row)
    .map((value: unknown) => quote(textOf(value)))
    .join(",");
}

/**
 * A page's table as a data URL of a CSV file.
 * @param table its columns and cells; addresses are left out
 */
export function tableCsvHref({ columns, rows }: ChartTable): string {
  const lines = [
    csvLine(columns.map(({ words }) => words)),
    ...rows.map((row) => csvLine(row.map(({ words }) => words))),
  ];
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`${lines.join("\r\n")}\r\n`)}`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return defuse(value);
  return JSON.stringify(value);
}

/**
 * The start of a formula: a sign of one, also fullwidth or small, behind anything invisible. Spreadsheets of East
 * Asian languages read fullwidth signs as the plain ones, and some drop the characters before them.
 */
const formulaStart =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212])/u;

/** Spreadsheets execute a cell that begins like a formula; a leading quote makes it text. */
function defuse(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
