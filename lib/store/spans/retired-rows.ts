import { contentIdsIn } from "./content-refs";
import { internedEpochName } from "../interned";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { hashOf } from "./intern";

/** The setting that says that removed data's bytes are still in the file. */
export const unsweptName = "unswept";

/** Sets it, inside the transaction that removes them. */
export async function noteUnswept(connection: Connection): Promise<void> {
  const sql = "INSERT INTO settings (name, value) VALUES (?, '1') ON CONFLICT (name) DO NOTHING";
  await statement<[string]>(connection, sql).run(unsweptName);
}

/**
 * A retired row cannot be found by its text any more: its hash is this and its id, so that only existing references
 * remain. Real hashes are digests of 16 bytes.
 */
const retiredPrefix = "removed:";
const retiredSql = "hash >= CAST('removed:' AS BLOB) AND hash < CAST('removed;' AS BLOB)";

type Table = "contents" | "declarations";

/** The placeholder of a removed text or declaration. */
const blanks: Readonly<Record<Table, string>> = { contents: "", declarations: "{}" };

const perTransaction = 500;

/** A condition on the column before it: one of the keys in a JSON array. */
export const inKeys = "IN (SELECT CAST(value AS bigint) FROM json_each(?))";

/** Retires rows. */
export async function retireInterned(
  connection: Connection,
  table: Table,
  ids: Iterable<number>,
): Promise<void> {
  const sql = `UPDATE ${table} SET hash = CAST('${retiredPrefix}' || CAST(id AS text) AS BLOB)
    WHERE id ${inKeys}`;
  await statement<[string]>(connection, sql).run(JSON.stringify([...ids]));
}

/** Makes every connection forget its cached rows, inside the transaction that retires some. */
export async function bumpInterning(connection: Connection): Promise<void> {
  const sql = `INSERT INTO settings (name, value) VALUES (?, '1')
    ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS bigint) + 1 AS text)`;
  await statement<[string]>(connection, sql).run(internedEpochName);
}

/**
 * Empties the retired rows without references, and restores the hash of those that spans refer to; those that only a
 * case's messages refer to stay retired until a later call. Removes identities without spans. Reads every span once,
 * without blocking writers.
 * @returns how many texts were emptied
 */
export async function blankRetired(db: Database): Promise<number> {
  const unheld = await db.read(async (connection) => {
    const contents = await retiredIn(connection, "contents");
    const declarations = await retiredIn(connection, "declarations");
    const isAny = contents.length + declarations.length > 0;
    const held = await heldBySpans(connection, isAny ? "@all = 1" : "@all = 0", { all: 1 });
    const shown = isAny ? await shownByCases(connection) : new Set<number>();
    return { contents, declarations, held, shown };
  });
  let emptied = 0;
  for (const table of ["contents", "declarations"] as const) {
    const ids = unheld[table];
    for (let from = 0; from < ids.length; from += perTransaction) {
      const some = ids.slice(from, from + perTransaction);
      emptied += await db.write(async (connection) => {
        await connection.overwriteRemoved();
        const isShown = (id: number) => table === "contents" && unheld.shown.has(id);
        const isHeld = (id: number) => unheld.held[table].has(id);
        const empty = some.filter((id) => !isHeld(id) && !isShown(id));
        await blank(connection, table, empty);
        for (const id of some.filter(isHeld)) await restore(connection, table, id);
        return table === "contents" ? empty.length : 0;
      });
    }
  }
  await removeIdentities(db);
  return emptied;
}

/** Removes identities without a span, with the values that they inherited from other traces. */
async function removeIdentities(db: Database): Promise<void> {
  const ids = await db.read(async (connection) => {
    const sql = `SELECT id FROM identities
      WHERE id NOT IN (SELECT identity FROM spans WHERE identity IS NOT NULL)`;
    return (await tupleStatement<[], readonly [number]>(connection, sql).all()).map(([id]) => id);
  });
  for (let from = 0; from < ids.length; from += perTransaction) {
    await db.write(async (connection) => {
      const some = ids.slice(from, from + perTransaction);
      const heldSql = `SELECT DISTINCT identity FROM spans WHERE identity ${inKeys}`;
      const held = await tupleStatement<[string], readonly [number]>(connection, heldSql).all(
        JSON.stringify(some),
      );
      const heldIds = new Set(held.map(([id]) => id));
      const unheld = JSON.stringify(some.filter((id) => !heldIds.has(id)));
      await statement<[string]>(connection, `DELETE FROM identities WHERE id ${inKeys}`).run(
        unheld,
      );
      await bumpInterning(connection);
    });
  }
}

async function retiredIn(connection: Connection, table: Table): Promise<number[]> {
  const sql = `SELECT id FROM ${table} WHERE ${retiredSql} AND body <> ?`;
  return (await statement<[string], { id: number }>(connection, sql).all(blanks[table])).map(
    ({ id }) => id,
  );
}

/** Rows of texts and declarations that spans refer to. */
export type Held = Readonly<Record<Table, Set<number>>>;

/** Collects what spans refer to. @param where a condition on them with the fields of `values` */
export async function heldBySpans(
  connection: Connection,
  where: string,
  values: object,
): Promise<Held> {
  type Row = readonly [
    system: number | null,
    resource: number | null,
    input: string | null,
    output: string | null,
    declared: number | null,
  ];
  const held = { contents: new Set<number>(), declarations: new Set<number>() };
  const sql = `SELECT system, resource, input, output, declared FROM spans WHERE ${where}`;
  const rows = tupleStatement<[object], Row>(connection, sql).iterate(values);
  for await (const [system, resource, input, output, declared] of rows) {
    for (const id of [system, resource]) if (id !== null) held.contents.add(id);
    for (const said of [input, output]) for (const id of contentIdsIn(said)) held.contents.add(id);
    if (declared !== null) held.declarations.add(declared);
  }
  return held;
}

/** Texts that messages refer to: of a case that could not be derived anew also some without spans. */
async function shownByCases(connection: Connection): Promise<ReadonlySet<number>> {
  const sql = "SELECT DISTINCT content FROM messages";
  const rows = await tupleStatement<[], readonly [number]>(connection, sql).all();
  return new Set(rows.map(([id]) => id));
}

async function blank(connection: Connection, table: Table, ids: readonly number[]): Promise<void> {
  const given = JSON.stringify(ids);
  const sql = `UPDATE ${table} SET body = ? WHERE id ${inKeys}`;
  await statement<[string, string]>(connection, sql).run(blanks[table], given);
  if (table === "declarations") return;
  const found = `DELETE FROM content_pii WHERE content ${inKeys}`;
  await statement<[string]>(connection, found).run(given);
}

/** Where the same text was stored again since, both rows stay. */
async function restore(connection: Connection, table: Table, id: number): Promise<void> {
  const bodySql = `SELECT body FROM ${table} WHERE id = ?`;
  const row = await statement<[number], { body: string }>(connection, bodySql).get(id);
  if (row === undefined) return;
  const sql = `UPDATE ${table} SET hash = @hash
    WHERE id = @id AND NOT EXISTS (SELECT 1 FROM ${table} WHERE hash = @hash)`;
  const values = { id, hash: hashOf(row.body) };
  await statement<[typeof values]>(connection, sql).run(values);
}
