import { caseColumns, missingColumns, readColumns, type CaseColumns } from "./case-columns";
import { readCaseRow } from "./case-row";
import { CsvRows, type CsvPiece, type CsvRow } from "./csv-rows";
import type { DecodedItem, Format } from "./format";
import { textEncoding } from "./head-text";
import { findDayOrder, type DayOrder } from "./local-instant";

const delimiters = [",", ";", "\t", "|"];
const headLengthMax = 64 * 1024;

/** CRM cases as a delimited table whose first row names the columns. */
export const caseCsv: Format = {
  name: "case-csv",
  title: "CRM cases as CSV",
  recognise(head) {
    const text = new TextDecoder(textEncoding(head)).decode(head);
    return !text.includes("\u0000") && findTable(text) !== null;
  },
  explain(head) {
    const text = new TextDecoder(textEncoding(head)).decode(head);
    if (isBinary(text) || /^\s*[[{<]/u.test(text)) return null;
    const tables = delimiters.map((delimiter) => rowsOf(text, delimiter, 2)).filter(isTable);
    const [header] = tables.map(([first]) => first?.cells ?? []).sort(byLength);
    return header === undefined ? null : `This is a table, but ${missingColumns(header)}.`;
  },
  async *decode(bytes) {
    const table = new CsvTable();
    for await (const chunk of bytes) yield table.push(chunk);
    yield table.end();
  },
};

type Table = {
  readonly delimiter: string;
  readonly columns: CaseColumns;
  readonly header: CsvRow;
  /** That of the dates in the head. */
  readonly order: DayOrder | null;
};

class CsvTable {
  private decoder: TextDecoder | null = null;
  private head: Uint8Array = new Uint8Array(0);
  private text = "";
  private table: Table | null = null;
  private rows: CsvRows | null = null;

  push(chunk: Uint8Array): readonly DecodedItem[] {
    if (this.decoder !== null) return this.readText(this.decoder.decode(chunk, { stream: true }));
    this.head = joined(this.head, chunk);
    return this.head.length < 2 ? [] : this.start();
  }

  end(): readonly DecodedItem[] {
    const begun = this.decoder === null ? this.start() : [];
    const last = this.readText(this.decoder?.decode() ?? "");
    const opened = this.rows === null ? this.openTable() : [];
    const rest = this.rows?.end().flatMap((piece) => this.readPiece(piece)) ?? [];
    return [...begun, ...last, ...opened, ...rest];
  }

  private start(): readonly DecodedItem[] {
    this.decoder = new TextDecoder(textEncoding(this.head));
    return this.readText(this.decoder.decode(this.head, { stream: true }));
  }

  private readText(text: string): readonly DecodedItem[] {
    if (this.rows !== null) return this.rows.push(text).flatMap((piece) => this.readPiece(piece));
    this.text += text;
    return this.text.length < headLengthMax ? [] : this.openTable();
  }

  /** Called once enough has arrived to detect the delimiter. */
  private openTable(): readonly DecodedItem[] {
    this.table = findTable(this.text);
    this.rows = new CsvRows(this.table?.delimiter ?? ",");
    const pieces = this.rows.push(this.text);
    this.text = "";
    const columns: readonly DecodedItem[] =
      this.table === null
        ? []
        : [
            {
              type: "columns",
              columns: readColumns(this.table.header.cells, this.table.columns),
            },
          ];
    return [...columns, ...pieces.flatMap((piece) => this.readPiece(piece))];
  }

  private readPiece(piece: CsvPiece): readonly DecodedItem[] {
    if (piece.type === "open-quote") {
      return [refuse(piece.line, "A quote that opens on this line is not closed.")];
    }
    const { row } = piece;
    if (this.table === null) return [refuse(row.line, "No header names the columns of this row.")];
    const { header, columns, order } = this.table;
    if (row.line <= header.line || isSame(row.cells, header.cells)) return [];
    const surplus = row.cells.slice(header.cells.length).some((cell) => cell.trim() !== "");
    if (surplus || (row.cells.length < header.cells.length && !row.isEnded)) {
      const counts = `${row.cells.length} values for ${header.cells.length} columns`;
      return [refuse(row.line, `The row has ${counts}; quote values that hold the delimiter.`)];
    }
    return readCaseRow(row.cells, columns, `line ${row.line}`, order);
  }
}

/** Whether a head holds control characters that no table holds: bytes of an image may look like rows. */
function isBinary(text: string): boolean {
  return /(?!\s)\p{Cc}/u.test(text);
}

/** Parses the first rows with each delimiter and picks the one with the most known fields. */
function findTable(text: string): Table | null {
  let best: Table | null = null;
  for (const delimiter of delimiters) {
    const [header] = rowsOf(text, delimiter, 1);
    const columns = header === undefined ? null : caseColumns(header.cells);
    if (header === undefined || columns === null) continue;
    if (best !== null && columns.size <= best.columns.size) continue;
    best = { delimiter, columns, header, order: orderIn(text, delimiter, columns) };
  }
  return best;
}

function orderIn(text: string, delimiter: string, columns: CaseColumns): DayOrder | null {
  const dated = (["openedUs", "closedUs"] as const).flatMap((field) => columns.get(field) ?? []);
  const rows = rowsOf(text, delimiter, Infinity);
  return findDayOrder(rows.flatMap(({ cells }) => dated.map((column) => cells[column] ?? "")));
}

/** The first rows; a spreadsheet's hint "sep=;" is skipped. */
function rowsOf(text: string, delimiter: string, most: number): readonly CsvRow[] {
  const reader = new CsvRows(delimiter);
  const rows: CsvRow[] = [];
  for (const piece of [...reader.push(text.slice(0, headLengthMax)), ...reader.end()]) {
    if (piece.type !== "row" || rows.length === most) return rows;
    if (!(piece.row.cells[0] ?? "").startsWith("sep=")) rows.push(piece.row);
  }
  return rows;
}

function isTable([header, row]: readonly CsvRow[]): boolean {
  const width = header?.cells.length ?? 0;
  return width > 1 && row?.cells.length === width;
}

function byLength(one: readonly string[], other: readonly string[]): number {
  return other.length - one.length;
}

function isSame(cells: readonly string[], others: readonly string[]): boolean {
  return cells.length === others.length && cells.every((cell, index) => cell === others[index]);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

function refuse(line: number, reason: string): DecodedItem {
  return { type: "reject", reject: { place: `line ${line}`, reason, spans: 0 } };
}
