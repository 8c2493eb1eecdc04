import { ownEntry } from "@/lib/domain/own-entry";
import { Query, escapeIdentifier, type ClientBase } from "pg";
import { storable } from "./storable";

/** What the driver's connection has beside its types. */
type CopyConnection = {
  readonly sendCopyFromChunk: (chunk: Buffer) => void;
  readonly endCopyFrom: () => void;
};

/** `COPY … FROM STDIN` of lines that are at hand. */
class CopyIn extends Query {
  readonly #lines: Buffer;

  constructor(sql: string, lines: Buffer, callback: (error?: Error | null) => void) {
    super(sql, callback);
    this.#lines = lines;
  }

  /** Called by the driver once the server waits for the lines. */
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#lines);
    connection.endCopyFrom();
  }
}

/** Inserts rows by `COPY`, some ten times as fast as by `INSERT`. @param columns in the order of the rows' values */
export function copyIn(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const names = columns.map((column) => escapeIdentifier(column)).join(", ");
  const sql = `COPY ${escapeIdentifier(table)} (${names}) FROM STDIN`;
  const lines = rows.map((row) => `${row.map(fieldOf).join("\t")}\n`).join("");
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => {
      if (error) reject(error);
      else resolve();
    };
    client.query(new CopyIn(sql, Buffer.from(lines), done));
  });
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** A value in PostgreSQL's text format. */
function fieldOf(given: unknown): string {
  const value = storable(given);
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return value.replaceAll(/[\\\t\n\r]/gu, (each) => ownEntry(escapes, each) ?? each);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  throw new Error(`A column holds a ${typeof value}.`);
}
