import { setImmediate as letOthersRun } from "node:timers/promises";
import type { SchemaName } from "@/db/migrate";
import { readIndexedWords } from "../cases/read-case";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { noteDone, readNotes } from "./copy-notes";
import { copiedTables, quoted, selectOf, type CopiedTable } from "./tables";

type Row = readonly unknown[];

/** Of one transaction: rows, and characters and bytes. Whichever is reached first. */
const [rowsMax, unitsMax] = [5000, 4_000_000] as const;
/** Cases whose words are indexed in one transaction. */
const casesMax = 200;

export type RowsCopying = {
  /** Of a transaction that sees one moment. */
  readonly source: Connection;
  /** Has notes of a copy that was begun. */
  readonly target: Database;
  readonly schema: SchemaName;
  /** Called with the rows that were copied and the cases whose words were indexed, those of an interrupted copy included. */
  readonly onDone: (count: number, what: "rows" | "cases") => void;
};

/**
 * Copies all rows and makes the index of words anew, from either engine to either. Each transaction notes how far it is,
 * so that an interrupted copy of the same rows goes on where it was.
 */
export async function copyRows({ source, target, schema, onDone }: RowsCopying): Promise<void> {
  const notes = await readNotes(target);
  for (const table of copiedTables[schema]) {
    const skipped = notes.get(table.name) ?? 0;
    onDone(skipped, "rows");
    await copyTable({ source, target, table, skipped, onDone });
  }
  if (schema === "workspace") await indexWords(source, target, notes.get(wordsPart) ?? 0, onDone);
  await target.write((connection) => connection.settleCopied());
}

/** What `onDone` is called with altogether. */
export async function countToCopy(source: Connection, schema: SchemaName): Promise<number> {
  const rows = await countRows(source, schema);
  return schema === "workspace" ? rows + (await countOf(source, "cases")) : rows;
}

/** Adds up what is done. @param onSum called with the sum */
export function createSum(onSum: (done: number) => void): (count: number) => void {
  let done = 0;
  return (count) => onSum((done += count));
}

/** The rows of all tables. */
export async function countRows(source: Connection, schema: SchemaName): Promise<number> {
  let total = 0;
  for (const { name } of copiedTables[schema]) total += await countOf(source, name);
  return total;
}

async function countOf(source: Connection, table: string): Promise<number> {
  const sql = `SELECT count(*) AS count FROM ${table}`;
  return (await statement<[], { readonly count: number }>(source, sql).get())?.count ?? 0;
}

type TableCopying = Pick<RowsCopying, "source" | "target" | "onDone"> & {
  readonly table: CopiedTable;
  /** Rows that are there. */
  readonly skipped: number;
};

async function copyTable({ source, target, table, skipped, onDone }: TableCopying): Promise<void> {
  const { name, columns, order } = table;
  const sql = `${selectOf(table)} ORDER BY ${order.map(quoted).join(", ")} LIMIT ? OFFSET ?`;
  const rows = tupleStatement<[number, number], Row>(source, sql).iterate(
    Number.MAX_SAFE_INTEGER,
    skipped,
  );
  let from = skipped;
  for await (const block of blocksOf(rows)) {
    const to = from + block.length;
    await target.write(async (connection) => {
      await noteDone(connection, name, { from, to });
      await connection.insertRows(name, columns, block);
    });
    onDone(block.length, "rows");
    // Between two files nothing else waits, and a signal would not be heard.
    await letOthersRun();
    from = to;
  }
}

async function* blocksOf(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<readonly Row[]> {
  let [block, units]: [Row[], number] = [[], 0];
  for await (const row of rows) {
    block.push(row);
    units += unitsOf(row);
    if (block.length < rowsMax && units < unitsMax) continue;
    yield block;
    [block, units] = [[], 0];
  }
  if (block.length > 0) yield block;
}

function unitsOf(row: Row): number {
  let units = 0;
  for (const value of row)
    if (typeof value === "string" || Buffer.isBuffer(value)) units += value.length;
  return units;
}

/** Noted with the key of the last case that has its words. */
const wordsPart = "words of cases";

/** Neither engine gives its index away as text. */
async function indexWords(
  source: Connection,
  target: Database,
  after: number,
  onDone: RowsCopying["onDone"],
): Promise<void> {
  const before = "SELECT count(*) AS count FROM cases WHERE id <= ?";
  const known = await statement<[number], { count: number }>(source, before).get(after);
  onDone(known?.count ?? 0, "cases");
  const sql = "SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?";
  let from = after;
  for (;;) {
    const keys = await tupleStatement<[number, number], [key: number]>(source, sql).all(
      from,
      casesMax,
    );
    const cases: [number, string][] = [];
    for (const [key] of keys) cases.push([key, await readIndexedWords(source, key)]);
    const to = keys.at(-1)?.[0];
    if (to === undefined) break;
    await target.write(async (connection) => {
      await noteDone(connection, wordsPart, { from, to });
      await connection.words.fill(cases);
    });
    onDone(keys.length, "cases");
    await letOthersRun();
    from = to;
  }
  await target.write((connection) => connection.words.endFill());
}
