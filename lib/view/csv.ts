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

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return defuse(value);
  return JSON.stringify(value);
}

/** A spreadsheet runs a cell that begins like a formula; a quote before it makes it text. */
function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
