import { withExactIntegers } from "../exact-integers";
import { textLengthMax } from "./clean-text";
import { JsonScanner, type ScannedUnit } from "./json-scanner";
import { TextBlocks } from "./text-blocks";

/** The structure of one kind of JSON input. */
export type JsonDialect = {
  /** Members whose elements are emitted one by one if a document spans several lines. */
  readonly listNames: readonly string[];
  /** The innermost list whose complete elements are salvaged from a broken document; "" for none. */
  readonly salvageName: string;
  /** A line with such a document ends an unfinished one before it. */
  readonly isDocument: (value: unknown) => boolean;
};

export type JsonPiece =
  | {
      readonly type: "value";
      readonly value: unknown;
      readonly place: string;
      /** True if the source holds no NUL, half surrogate or overlong text. */
      readonly isClean: boolean;
    }
  | {
      readonly type: "broken";
      readonly place: string;
      readonly reason: string;
      /** The lost text, as far as it was kept. */
      readonly lost: string;
    };

/** A longer line is read in chunks, like a document of several lines. */
const lineLengthMax = 8 * 1024 * 1024;
const pieceLength = 256 * 1024;

const blank = /^[\s,]*$/;
const documentStart = /^[{[]/;
const indentedStart = /^[\s,\uFEFF]*[{[]/;

/**
 * Splits a stream into JSON values: one per line, documents over several lines, or concatenated
 * ones. A broken document is reported and does not affect its neighbours.
 */
export class JsonDocuments {
  private readonly blocks = new TextBlocks();
  private scanner: JsonScanner | null = null;
  private scannerLine = 0;
  /** After a broken document of several lines, until the next document begins. */
  private isSkipping = false;
  private isAtLineStart = true;
  private line = 1;
  private out: JsonPiece[] = [];

  constructor(private readonly dialect: JsonDialect) {}

  /**
   * Feeds bytes, split anywhere.
   * @returns the completed values
   */
  push(chunk: Uint8Array): readonly JsonPiece[] {
    const lengthMax = this.scanner === null ? lineLengthMax : pieceLength;
    const text = this.blocks.push(chunk, lengthMax);
    if (text !== null) this.readBlock(text);
    return this.take();
  }

  /** @returns what was still open at the end of the input */
  end(): readonly JsonPiece[] {
    const text = this.blocks.end();
    if (text !== "") this.readBlock(text);
    if (this.scanner !== null) {
      this.breakOff(
        this.scanner,
        "The input ends in the middle of this JSON; send it again whole.",
      );
    }
    return this.take();
  }

  private take(): readonly JsonPiece[] {
    const taken = this.out;
    this.out = [];
    return taken;
  }

  private readBlock(text: string): void {
    let at = 0;
    while (at < text.length) {
      const end = text.indexOf("\n", at);
      const next = end < 0 ? text.length : end + 1;
      this.readLine(text.slice(at, next), end >= 0);
      if (end >= 0) this.line++;
      at = next;
    }
  }

  private readLine(text: string, isWhole: boolean): void {
    const { scanner, isAtLineStart } = this;
    this.isAtLineStart = isWhole;
    if (scanner !== null) {
      if (isAtLineStart && !scanner.isBetweenElements && this.isNewDocument(text)) {
        this.breakOff(scanner, "Another document begins before this one ends.");
        this.isSkipping = false;
        this.readDocuments(text, isWhole);
      } else this.readDocuments(this.scan(scanner, text, isWhole), isWhole);
    } else if (isAtLineStart || !this.isSkipping) this.readDocuments(text, isWhole);
  }

  /** Reads the documents on one line while none is open. */
  private readDocuments(line: string, isWhole: boolean): void {
    let text = line;
    while (text !== "") {
      const parsed = parse(text);
      if (parsed !== null) {
        if (!this.isSkipping || this.dialect.isDocument(parsed.value)) {
          this.emitValue(parsed.value, text, `line ${this.line}`);
          this.isSkipping = false;
        }
        return;
      }
      if (blank.test(text)) return;
      if (!(this.isSkipping ? documentStart : indentedStart).test(text)) {
        if (!this.isSkipping) this.emitBroken(this.line, "This line is not JSON.", text);
        return;
      }
      this.isSkipping = false;
      this.scanner = new JsonScanner(this.line, this.dialect.listNames, this.dialect.salvageName);
      this.scannerLine = this.line;
      text = this.scan(this.scanner, text, isWhole);
    }
  }

  /** @returns the text after the document's end; "" if it continues or is broken */
  private scan(scanner: JsonScanner, text: string, isWhole: boolean): string {
    const end = scanner.feed(text, this.line);
    for (const unit of scanner.take()) this.emitUnit(unit);
    if (end === null) this.breakOff(scanner, "The brackets of this JSON do not match.");
    else if (end >= 0) {
      this.scanner = null;
      return text.slice(end);
    } else if (isWhole && scanner.isInString) {
      this.breakOff(scanner, "A text in this JSON is not closed before the line's end.");
    }
    return "";
  }

  private breakOff(scanner: JsonScanner, reason: string): void {
    this.scanner = null;
    this.isSkipping = this.line > this.scannerLine || !this.isAtLineStart;
    const { saved, lost } = scanner.abandon();
    if (saved !== null) this.emitUnit(saved);
    this.emitBroken(this.scannerLine, reason, lost);
  }

  private isNewDocument(text: string): boolean {
    if (!text.startsWith("{")) return false;
    const parsed = parse(text);
    return parsed !== null && this.dialect.isDocument(parsed.value);
  }

  private emitUnit(unit: ScannedUnit): void {
    const within = unit.list === null ? "" : `, ${unit.list.name}[${unit.list.index}]`;
    const place = `line ${unit.line}${within}`;
    if (unit.text === null) {
      this.out.push({ type: "broken", place, reason: tooLong, lost: "" });
      return;
    }
    const parsed = parse(unit.text);
    if (parsed !== null) this.emitValue(parsed.value, unit.text, place);
    else this.out.push({ type: "broken", place, reason: "This is not JSON.", lost: unit.text });
  }

  private emitValue(value: unknown, text: string, place: string): void {
    const isClean = text.length <= textLengthMax && !text.includes("\\u");
    this.out.push({ type: "value", value, place, isClean });
  }

  private emitBroken(line: number, reason: string, lost: string): void {
    this.out.push({ type: "broken", place: `line ${line}`, reason, lost });
  }
}

const tooLong = "This is longer than 64 MiB; split it into several requests.";

const longInteger = /:\s*-?\d{16}/;

/** JSON.parse that returns null on failure, and integers beyond 2^53 as text: an id keeps its digits. */
function parse(text: string): { readonly value: unknown } | null {
  try {
    const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const value: unknown = JSON.parse(longInteger.test(json) ? withExactIntegers(json) : json);
    return { value };
  } catch {
    return null;
  }
}
