import { readCase } from "../cases/read-case";
import { listCaseIds } from "../spans/export-rows";
import { readCaseKey } from "../cases/list-case-rows";
import { indexedWords } from "../search/name-tokens";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { workspaceTables, type CopiedTable } from "./tables";

type Row = readonly unknown[];

/** Values of one statement at most; SQLite takes 32,766. */
const valuesMax = 10_000;

/**
 * Copies a workspace's rows as of one moment into an empty workspace, from either engine to either.
 * @param onProgress called with the copied share, 0 to 1
 */
export async function copyRows(
  from: Database,
  to: Database,
  onProgress: (share: number) => void,
): Promise<void> {
  await from.read(async (source) => {
    const counts = new Map<string, number>();
    for (const { name } of workspaceTables) counts.set(name, await countRows(source, name));
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    let copied = 0;
    for (const table of workspaceTables) {
      for await (const rows of blocksOf(source, table)) {
        await to.write((target) => insertRows(target, table, rows));
        copied += rows.length;
        onProgress(total === 0 ? 1 : copied / total);
      }
    }
  });
  await to.write((target) => target.continueKeys());
  await indexWords(to);
}

async function countRows(connection: Connection, table: string): Promise<number> {
  const sql = `SELECT count(*) AS count FROM ${table}`;
  return (await statement<[], { readonly count: number }>(connection, sql).get())?.count ?? 0;
}

async function* blocksOf(
  connection: Connection,
  { name, columns }: CopiedTable,
): AsyncGenerator<readonly Row[]> {
  const blockMax = Math.max(1, Math.floor(valuesMax / columns.length));
  const sql = `SELECT ${columns.map(quoted).join(", ")} FROM ${name}`;
  let block: Row[] = [];
  for await (const row of tupleStatement<[], Row>(connection, sql).iterate()) {
    block.push(row);
    if (block.length < blockMax) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** What a new workspace has from its migrations is replaced. */
async function insertRows(
  connection: Connection,
  { name, columns }: CopiedTable,
  rows: readonly Row[],
): Promise<void> {
  const marks = `(${columns.map(() => "?").join(", ")})`;
  const sql = `INSERT INTO ${name} (${columns.map(quoted).join(", ")})
    VALUES ${rows.map(() => marks).join(", ")}`;
  if (name === "sequence") await statement<[]>(connection, "DELETE FROM sequence").run();
  await statement<unknown[]>(connection, sql).run(...rows.flat());
}

/** The index of words is made anew: neither engine gives its own away as text. */
async function indexWords(db: Database): Promise<void> {
  for (const caseId of await listCaseIds(db)) {
    const [stored, key] = [await readCase(db, caseId), await readCaseKey(db, caseId)];
    if (stored === null || key === null) continue;
    await db.write((connection) => connection.words.put(key, indexedWords(stored.derived)));
  }
}

/** Some columns are named like words of SQL. */
function quoted(column: string): string {
  return `"${column}"`;
}
