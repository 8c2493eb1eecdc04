import type { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";

/** A file that the gate reads. */
export type GateFile = { readonly name: string; readonly text: string };

export type NumberedRow<Row> = { readonly row: Row; readonly line: number };

/**
 * Reads JSON Lines.
 * @throws DomainError with the line and what is wrong with it, or if there is no line
 */
export function readRows<Row>(
  { name, text }: GateFile,
  schema: z.ZodType<Row>,
): readonly NumberedRow<Row>[] {
  const rows = text.split("\n").flatMap((content, at): NumberedRow<Row>[] => {
    if (content.trim() === "") return [];
    const line = at + 1;
    const parsed = schema.safeParse(parseJson(content, name, line));
    if (parsed.success) return [{ row: parsed.data, line }];
    throw refusal(name, line, issueWords(parsed.error));
  });
  if (rows.length === 0) throw new DomainError("invalid-input", `${name} holds no rows.`);
  return rows;
}

/** The sentence about the first thing that is wrong: "channels: Invalid input: expected array". */
export function issueWords(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  return `${place === "" ? "" : `${place}: `}${issue?.message ?? "unreadable"}`;
}

function refusal(name: string, line: number, words: string): DomainError {
  return new DomainError("invalid-input", `${name}, line ${String(line)}: ${words}.`);
}

/**
 * Refuses a second row of one key.
 * @param words the key's name: "item"
 */
export function refuseTwice<Row>(
  name: string,
  rows: readonly NumberedRow<Row>[],
  keyOf: (row: Row) => string,
  words: string,
): void {
  const lines = new Map<string, number>();
  for (const { row, line } of rows) {
    const first = lines.get(keyOf(row));
    if (first !== undefined) {
      throw refusal(name, line, `the same ${words} as in line ${String(first)}`);
    }
    lines.set(keyOf(row), line);
  }
}

function parseJson(text: string, name: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(name, line, "is not JSON");
  }
}
