export type CsvRow = {
  readonly cells: readonly string[];
  readonly line: number;
  /** False if the input ended before the row did. */
  readonly isEnded: boolean;
};

export type CsvPiece =
  | { readonly type: "row"; readonly row: CsvRow }
  /** A quote opened on this line is not closed within the limit; parsing continues after the line. */
  | { readonly type: "open-quote"; readonly line: number };

/** A longer row, in UTF-16 units, must have lost a closing quote. */
const rowLengthMax = 1024 * 1024;

/**
 * Parses delimited rows (RFC 4180, any one-character delimiter) from text in chunks. Quoted cells
 * may hold delimiters and line breaks; CR LF, LF and CR end a row.
 */
export class CsvRows {
  private pending = "";
  private line = 1;

  private readonly stops: RegExp;

  constructor(delimiter: string) {
    this.stops = new RegExp(`[\\r\\n${delimiter === "\t" ? "\\t" : `\\${delimiter}`}]`, "g");
  }

  /** @returns the complete rows */
  push(text: string): readonly CsvPiece[] {
    this.pending += text;
    return this.read(false);
  }

  /** @returns the remaining rows at the end of the input */
  end(): readonly CsvPiece[] {
    return this.read(true);
  }

  private read(isEnd: boolean): readonly CsvPiece[] {
    const pieces: CsvPiece[] = [];
    let at = 0;
    while (at < this.pending.length) {
      const scanned = scanRow(this.pending, at, this.stops, isEnd);
      if (scanned !== null && scanned.end - at <= rowLengthMax) {
        const row = { cells: scanned.cells, line: this.line, isEnded: scanned.isEnded };
        if (!isBlank(row)) pieces.push({ type: "row", row });
        this.line += countLines(this.pending, at, scanned.end);
        at = scanned.end;
      } else {
        if (!isEnd && this.pending.length - at <= rowLengthMax) break;
        pieces.push({ type: "open-quote", line: this.line++ });
        const feed = this.pending.indexOf("\n", at);
        at = feed < 0 ? this.pending.length : feed + 1;
      }
    }
    this.pending = this.pending.slice(at);
    return pieces;
  }
}

function isBlank(row: CsvRow): boolean {
  return row.cells.every((cell) => cell.trim() === "");
}

type ScannedRow = {
  readonly cells: readonly string[];
  readonly end: number;
  readonly isEnded: boolean;
};

/** @returns null if the text ends before the row */
function scanRow(text: string, start: number, stops: RegExp, isEnd: boolean): ScannedRow | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, isEnd) : { text: "", end: at };
    if (cell === null) return null;
    // Text after a closing quote is added to the cell rather than losing the row.
    stops.lastIndex = cell.end;
    at = stops.test(text) ? stops.lastIndex - 1 : text.length;
    cells.push(cell.text + text.slice(cell.end, at));
    const stop = text[at];
    if (stop === undefined) return isEnd ? { cells, end: at, isEnded: false } : null;
    if (stop === "\n") return { cells, end: at + 1, isEnded: true };
    if (stop === "\r") {
      if (at + 1 === text.length && !isEnd) return null;
      return { cells, end: text[at + 1] === "\n" ? at + 2 : at + 1, isEnded: true };
    }
    at++;
  }
}

/** @returns null if the quote is not closed, or may continue after the text's end */
function quotedCell(
  text: string,
  start: number,
  isEnd: boolean,
): { readonly text: string; readonly end: number } | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || (quote + 1 === text.length && !isEnd)) return null;
    if (text[quote + 1] !== '"') {
      const inner = text.slice(start + 1, quote);
      return { text: inner.replaceAll('""', '"'), end: quote + 1 };
    }
    at = quote + 2;
  }
}

const lineEnd = /\r\n|\n|\r/g;

function countLines(text: string, start: number, end: number): number {
  return text.slice(start, end).match(lineEnd)?.length ?? 0;
}
