import type { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { formatCount } from "@/lib/format/format";
import { issueWords, rowError } from "./row-words";

/** A file that the gate reads. */
export type GateFile = {
  readonly name: string;
  /** All of it; where it is a file, up to a size. */
  readonly text: string;
  /** As often as wanted; absent: those of the text. */
  readonly lines?: Iterable<string>;
};

const headLength = 64 * 1024;

/** The beginning of a file. */
export function headOf(file: GateFile): string {
  if (file.lines === undefined) return file.text.slice(0, headLength);
  const first: string[] = [];
  let length = 0;
  for (const line of file.lines) {
    first.push(line);
    length += line.length + 1;
    if (length > headLength) break;
  }
  return first.join("\n").slice(0, headLength);
}

export type NumberedRow<Row> = { readonly row: Row; readonly line: number };

/** What is wrong with a line; in a message at most this many. */
type Problem = { readonly line: number; readonly words: string };
const problemsMax = 20;

/**
 * Reads JSON Lines.
 * @throws DomainError with every line that is wrong, a sentence each, or if there is no line
 */
export function readRows<Row>(file: GateFile, schema: z.ZodType<Row>): readonly NumberedRow<Row>[] {
  return checkRows(file.name, parsedLines(file.lines ?? file.text.split("\n")), schema);
}

function* parsedLines(lines: Iterable<string>): Generator<NumberedRow<unknown>> {
  let line = 0;
  for (const content of lines) {
    line += 1;
    const plain = line === 1 ? content.replace(/^\uFEFF/u, "") : content;
    if (plain.trim() !== "") yield { row: parseJson(plain), line };
  }
}

/**
 * Checks rows as they were read.
 * @param rows undefined: could not be read
 * @throws DomainError with every row that is wrong, a sentence each, or if there is none
 */
export function checkRows<Row>(
  name: string,
  rows: Iterable<NumberedRow<unknown>>,
  schema: z.ZodType<Row>,
): readonly NumberedRow<Row>[] {
  const problems: Problem[] = [];
  const checked: NumberedRow<Row>[] = [];
  for (const { row, line } of rows) {
    const parsed = row === undefined ? null : schema.safeParse(row, { error: rowError });
    if (parsed === null) {
      problems.push({ line, words: "is not JSON; write one object in { } on a line" });
    } else if (!parsed.success) problems.push({ line, words: issueWords(parsed.error) });
    else if (hasUnreadName(row)) {
      problems.push({ line, words: `has a field named ${unreadName}; give it another name` });
    } else checked.push({ row: parsed.data, line });
  }
  if (checked.length + problems.length === 0) {
    throw new DomainError("invalid-input", `${name} holds no rows.`);
  }
  refuse(name, problems);
  return checked;
}

/** zod leaves a record's field of this name out, without an error. */
const unreadName = "__proto__";

/** Whether an object anywhere in a value has a field of that name. */
function hasUnreadName(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, unreadName) || Object.values(value).some(hasUnreadName);
}

/**
 * Refuses further rows of one key.
 * @param words the key's name: "item"
 */
export function refuseTwice<Row>(
  name: string,
  rows: readonly NumberedRow<Row>[],
  keyOf: (row: Row) => string,
  words: string,
): void {
  const lines = new Map<string, number>();
  const problems = rows.flatMap(({ row, line }): Problem[] => {
    const first = lines.get(keyOf(row));
    if (first !== undefined) {
      return [{ line, words: `the same ${words} as in line ${String(first)}` }];
    }
    lines.set(keyOf(row), line);
    return [];
  });
  refuse(name, problems);
}

/** @throws DomainError with a sentence for each problem */
export function refuse(name: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const shown = problems
    .slice(0, problemsMax)
    .map(({ line, words }) => `${name}, line ${String(line)}: ${words}.`);
  const left = problems.length - shown.length;
  const more = left === 0 ? [] : [`${name}: and ${formatCount(left)} more lines like these.`];
  throw new DomainError("invalid-input", [...shown, ...more].join("\n"));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
