import { setImmediate as letOthersRun } from "node:timers/promises";
import { sha256 } from "../sha256";
import { tupleStatement, type Connection } from "../port";
import { selectOf, type CopiedTable } from "./tables";

/** Of a table: the number of its rows, and 64 hex digits over them, in whichever order they are read. */
export type TableDigest = { readonly name: string; readonly rows: number; readonly digest: string };

const wide = 1n << 256n;
/** Rows of a file that are read before a signal is heard. */
const rowsAtOnce = 1000;

/**
 * Reads every row of some tables. Both engines give the same of the same rows; memory holds one row.
 * @param onRow called for each
 */
export async function digestTables(
  connection: Connection,
  tables: readonly CopiedTable[],
  onRow: () => void,
): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of tables) {
    // A sum, so that rows need no order, which tables without a key do not have.
    let [sum, rows] = [0n, 0];
    const read = tupleStatement<[], readonly unknown[]>(connection, selectOf(table));
    for await (const row of read.iterate()) {
      sum += BigInt(`0x${sha256(textOf(row))}`);
      rows += 1;
      onRow();
      if (rows % rowsAtOnce === 0) await letOthersRun();
    }
    const digest = (sum % wide).toString(16).padStart(64, "0");
    digests.push({ name: table.name, rows, digest });
  }
  return digests;
}

/** One digest of tables': 64 hex digits. */
export function digestOfTables(digests: readonly TableDigest[]): string {
  const lines = digests.map(({ name, rows, digest }) => `${name} ${String(rows)} ${digest}`);
  return sha256(lines.join("\n"));
}

/** A row as JSON, with blobs in hexadecimal, and without NUL, which PostgreSQL has as U+FFFD. */
function textOf(row: readonly unknown[]): string {
  const text = JSON.stringify(row.map(readable));
  return text.includes("\\u0000") ? text.replaceAll("\\u0000", "\uFFFD") : text;
}

function readable(value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString("hex") : value;
}
