import { objectLengthMax } from "./format";

/** A complete JSON text inside a document: one element of a named list, or the document without those. */
export type ScannedUnit = {
  /** Null if it exceeded the maximum size. */
  readonly text: string | null;
  readonly line: number;
  /** The list it is an element of ("" if the document is the list) and its index. */
  readonly list: { readonly name: string; readonly index: number } | null;
};

type Level = {
  readonly isList: boolean;
  readonly name: string;
  count: number;
  /** Position of its bracket in the unit's text. */
  at: number;
};
type OpenUnit = {
  readonly line: number;
  readonly level: number;
  readonly list: ScannedUnit["list"];
  parts: string[];
  length: number;
  /** Length of the head that repeats an already emitted piece. */
  headLength: number;
  /** Length from which on it is emitted with its complete spans. */
  partLength: number;
};

const partLength = 4 * 1024 * 1024;
/** For a unit whose resource is not known yet. */
const partLengthWithoutResource = 48 * 1024 * 1024;

const structural = /["{}[\]]/g;
const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const openBrace = 0x7b;
const closeBracket = 0x5d;
const nameLengthMax = 40;

/**
 * Tracks the brackets of one JSON document over any number of chunks without parsing it, and emits
 * the elements of its named lists, so that a document may be larger than memory.
 */
export class JsonScanner {
  private readonly levels: Level[] = [];
  private readonly rest: OpenUnit;
  private finished: ScannedUnit[] = [];
  private unit: OpenUnit | null = null;
  private unitCount = 0;
  /** Up to this length the unit holds only complete spans; `level` containers are open there. */
  private safe: { readonly length: number; readonly level: number } | null = null;
  private inString = false;
  private isEscaped = false;
  private lastString = "";
  /** The beginning of a string that continues in the next chunk. */
  private stringHead = "";
  /** Position in the current chunk up to which text is kept. */
  private keptTo = 0;

  constructor(
    line: number,
    private readonly listNames: readonly string[],
    private readonly salvageName: string,
  ) {
    this.rest = { line, level: 0, list: null, parts: [], length: 0, headLength: 0, partLength };
  }

  /** True if the next element of a list may begin here: a whole document at this point is one. */
  get isBetweenElements(): boolean {
    return this.unit === null && !this.inString && this.isUnitLevel();
  }

  /** True inside a string: no JSON string continues over a line end. */
  get isInString(): boolean {
    return this.inString;
  }

  /** Returns the complete units. */
  take(): readonly ScannedUnit[] {
    const taken = this.finished;
    this.finished = [];
    return taken;
  }

  /**
   * Feeds a chunk that begins on `line`.
   * @returns the position of the document's end, -1 if it continues, or null if brackets do not match
   */
  feed(text: string, line: number): number | null {
    this.keptTo = 0;
    let at = this.inString ? this.skipString(text, 0) : 0;
    while (at < text.length) {
      structural.lastIndex = at;
      if (!structural.test(text)) break;
      at = structural.lastIndex;
      const code = text.charCodeAt(at - 1);
      if (code === quote) at = this.skipString(text, at);
      else if (code === openBrace || code === openBracket) {
        this.open(code === openBracket, text, at - 1, line);
      } else if (!this.close(code === closeBracket, text, at)) {
        this.keep(text, at - 1);
        return null;
      } else if (this.levels.length === 0) {
        this.keep(text, at);
        if (this.unitCount === 0) this.finish(this.rest);
        return at;
      }
    }
    this.keep(text, text.length);
    return -1;
  }

  /**
   * Gives up a document that cannot be completed.
   * @returns `saved`: its open unit, closed after the last complete span; `lost`: the text after that
   */
  abandon(): { readonly saved: ScannedUnit | null; readonly lost: string } {
    const { unit, safe } = this;
    const text = textOf(unit ?? this.rest);
    if (unit === null || safe === null || unit.length > objectLengthMax) {
      return { saved: null, lost: text };
    }
    const whole = text.slice(0, safe.length) + closing(this.levels.slice(unit.level, safe.level));
    const saved = { text: joinHead(whole, unit.headLength), line: unit.line, list: unit.list };
    return { saved, lost: text.slice(safe.length) };
  }

  private open(isList: boolean, text: string, at: number, line: number): void {
    const parent = this.levels.at(-1);
    if (this.unit === null && parent !== undefined && this.isUnitLevel()) {
      this.keep(text, at);
      const list = { name: parent.name, index: parent.count++ };
      this.unit = {
        line,
        level: this.levels.length,
        list,
        parts: [],
        length: 0,
        headLength: 0,
        partLength,
      };
      this.unitCount++;
      this.safe = null;
    }
    const name = this.levels.length === 0 ? "" : this.lastString;
    this.levels.push({ isList, name, count: 0, at: this.offsetOf(at) });
    this.lastString = "";
  }

  private close(isList: boolean, text: string, at: number): boolean {
    if (this.levels.at(-1)?.isList !== isList) return false;
    this.levels.pop();
    const { unit } = this;
    if (unit === null) return true;
    if (unit.level === this.levels.length) {
      this.keep(text, at);
      this.finish(unit);
      this.unit = null;
      return true;
    }
    const parent = this.levels.at(-1);
    const isSpanEnd = !isList && parent?.isList === true && parent.name === this.salvageName;
    if (isSpanEnd || (this.safe !== null && this.levels.length < this.safe.level)) {
      this.safe = { length: this.offsetOf(at), level: this.levels.length };
    }
    if (isSpanEnd && this.offsetOf(at) > unit.partLength) this.handOverPart(unit, text, at);
    return true;
  }

  /** Emits a long unit up to here; the rest is read as another with the same resource and scope. */
  private handOverPart(unit: OpenUnit, text: string, at: number): void {
    const [list, scope, spans] = this.levels.slice(-3);
    if (list === undefined || scope === undefined || spans === undefined) return;
    this.keep(text, at);
    if (unit.length > objectLengthMax) return;
    const whole = textOf(unit);
    const outer = this.levels.length - 3 < unit.level ? "" : whole.slice(0, list.at + 1);
    if (!outer.includes('"resource"') && unit.length < partLengthWithoutResource) {
      unit.partLength = partLengthWithoutResource;
      return;
    }
    const head = outer + whole.slice(scope.at, spans.at + 1);
    const part = joinHead(whole + closing(this.levels.slice(unit.level)), unit.headLength);
    this.finished.push({ text: part, line: unit.line, list: unit.list });
    scope.at = outer.length;
    spans.at = head.length - 1;
    unit.parts = [head];
    unit.length = head.length;
    unit.headLength = head.length;
    this.safe = null;
  }

  private offsetOf(at: number): number {
    return (this.unit ?? this.rest).length + at - this.keptTo;
  }

  private finish(unit: OpenUnit): void {
    const isKept = unit.length <= objectLengthMax;
    const text = isKept ? joinHead(textOf(unit), unit.headLength) : null;
    this.finished.push({ text, line: unit.line, list: unit.list });
  }

  private isUnitLevel(): boolean {
    const [root, list] = this.levels;
    if (root === undefined) return false;
    if (root.isList) return this.levels.length === 1;
    const isNamed = list?.isList === true && this.listNames.includes(list.name);
    return isNamed && this.levels.length === 2;
  }

  /** Appends the text up to `end` to the open unit, or discards it once it is too long. */
  private keep(text: string, end: number): void {
    const target = this.unit ?? this.rest;
    const length = end - this.keptTo;
    target.length += length;
    if (target.length > objectLengthMax) target.parts.length = 0;
    else if (length > 0) target.parts.push(text.slice(this.keptTo, end));
    this.keptTo = end;
  }

  /** @returns the position after the closing quote, or the text's end if the string continues */
  private skipString(text: string, start: number): number {
    let at = start;
    if (this.isEscaped) at++;
    this.isEscaped = false;
    for (;;) {
      const end = text.indexOf('"', at);
      const stop = end < 0 ? text.length : end;
      if (isOddlyEscaped(text, at, stop)) {
        if (end < 0) return this.stayInString(text, start, true);
        at = end + 1;
        continue;
      }
      if (end < 0) return this.stayInString(text, start, false);
      this.inString = false;
      this.lastString = end - start > nameLengthMax ? "" : this.stringHead + text.slice(start, end);
      this.stringHead = "";
      return end + 1;
    }
  }

  private stayInString(text: string, start: number, isEscaped: boolean): number {
    const head = text.slice(start, start + nameLengthMax);
    this.stringHead = (this.stringHead + head).slice(0, nameLengthMax);
    this.inString = true;
    this.isEscaped = isEscaped;
    return text.length;
  }
}

function textOf(unit: OpenUnit): string {
  return unit.parts.join("");
}

/** The brackets that close open levels. */
function closing(levels: readonly Level[]): string {
  return levels
    .map((level) => (level.isList ? "]" : "}"))
    .reverse()
    .join("");
}

/** Drops the comma between a repeated head and the rest. */
function joinHead(text: string, headLength: number): string {
  if (headLength === 0) return text;
  return text.slice(0, headLength) + text.slice(headLength).replace(/^\s*,/, "");
}

/** True if an odd number of backslashes precedes `end`, not before `start`. */
function isOddlyEscaped(text: string, start: number, end: number): boolean {
  let back = end - 1;
  while (back >= start && text.charCodeAt(back) === backslash) back--;
  return (end - 1 - back) % 2 === 1;
}
