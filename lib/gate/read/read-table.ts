import { DomainError } from "@/lib/domain/domain-error";
import { CsvRows, type CsvPiece } from "@/lib/ingest/formats/csv-rows";
import { refuse, type GateFile, type NumberedRow } from "./read-rows";

const delimiters = [",", ";", "\t", "|"];
/** Columns that hold one text each; `persona.age` is a field of the persona. */
const plainColumns = ["id", "cluster", "stratum", "expected", "situation", "source"];
const recordColumns = ["scenario", "persona"];
const known = [...plainColumns, "channels", ...recordColumns];

/** Whether a cohort's file is a table, not JSON Lines. */
export function isTable(text: string): boolean {
  return /^\uFEFF?\s*[^\s{[]/u.test(text);
}

/**
 * Reads a table with a header as rows like those of JSON Lines. An empty cell states nothing; channels are separated
 * by +, >, | or a comma in quotes.
 * @throws DomainError for a column or row that cannot be read
 */
export function readTable({ name, text }: GateFile): readonly NumberedRow<unknown>[] {
  const plain = text.replace(/^\uFEFF/u, "");
  const pieces = delimiters
    .map((delimiter) => piecesOf(plain, delimiter))
    .reduce((best, each) => (knownColumns(each) > knownColumns(best) ? each : best));
  const [first, ...others] = pieces;
  const header = headerOf(first);
  const missing = ["id", "channels"].filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new DomainError(
      "invalid-input",
      `${name}: is neither JSON Lines nor a table with the column ${missing.join(" and ")}; name the columns in its first row.`,
    );
  }
  checkHeader(name, header);
  const problems = others.flatMap((piece) => {
    const words = problemOf(piece, header.length);
    return words === null ? [] : [{ line: lineOf(piece), words }];
  });
  refuse(name, problems);
  return others.flatMap((piece) =>
    piece.type === "row" ? [{ row: rowOf(piece.row.cells, header), line: piece.row.line }] : [],
  );
}

function piecesOf(text: string, delimiter: string): readonly CsvPiece[] {
  const reader = new CsvRows(delimiter);
  return [...reader.push(text), ...reader.end()];
}

function headerOf(piece: CsvPiece | undefined): readonly string[] {
  return piece?.type === "row" ? piece.row.cells.map((cell) => cell.trim().toLowerCase()) : [];
}

function knownColumns([first]: readonly CsvPiece[]): number {
  return headerOf(first).filter((column) => known.includes(column)).length;
}

function checkHeader(name: string, header: readonly string[]): void {
  const strange = header.filter((column) => {
    const [record = "", field] = column.split(/\.(.*)/u);
    return !known.includes(column) && !(recordColumns.includes(record) && field);
  });
  const twice = header.filter((column, at) => header.indexOf(column) !== at);
  const problems = [
    ...strange.map((column) => ({
      line: 1,
      words: `has the column ${JSON.stringify(column)}; it can be ${known.join(", ")}, or a field such as persona.age`,
    })),
    ...twice.map((column) => ({
      line: 1,
      words: `has the column ${JSON.stringify(column)} twice; rename or delete one`,
    })),
  ];
  refuse(name, problems);
}

function problemOf(piece: CsvPiece, columns: number): string | null {
  if (piece.type === "open-quote") return "has a quote that is not closed; close it";
  const { cells } = piece.row;
  const isLonger = cells.slice(columns).some((cell) => cell.trim() !== "");
  return isLonger
    ? `has ${String(cells.length)} values for ${String(columns)} columns; put values that hold the separator in quotes`
    : null;
}

function lineOf(piece: CsvPiece): number {
  return piece.type === "row" ? piece.row.line : piece.line;
}

function rowOf(
  cells: readonly string[],
  header: readonly string[],
): Readonly<Record<string, unknown>> {
  const stated = header.flatMap((column, at): (readonly [string, string])[] => {
    const text = (cells[at] ?? "").trim();
    return text === "" ? [] : [[column, text]];
  });
  const plain = stated.flatMap(([column, text]): (readonly [string, unknown])[] => {
    if (column === "channels") return [[column, splitChannels(text)]];
    return plainColumns.includes(column) ? [[column, text]] : [];
  });
  const records = recordColumns.flatMap((record): (readonly [string, unknown])[] => {
    const fields = stated.filter(([column]) => column.startsWith(`${record}.`));
    const named = stated
      .filter(([column]) => column === record)
      .map(([, text]) => ({ name: text }));
    if (fields.length + named.length === 0) return [];
    const values = fields.map(([column, text]) => [column.slice(record.length + 1), text] as const);
    return [[record, { ...named[0], fields: Object.fromEntries(values) }]];
  });
  return Object.fromEntries<unknown>([...plain, ...records]);
}

/** "chat > voice" → ["chat", "voice"] */
export function splitChannels(text: string): readonly string[] {
  return text
    .split(/[+>|,;]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
