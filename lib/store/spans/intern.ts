import { hash } from "node:crypto";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { rememberInterned } from "../interned";
import { statement, type Connection } from "../port";

/** The cache is emptied when its texts exceed this many characters. */
const memoryLimit = 8_000_000;

type Table = "contents" | "declarations" | "identities";
type Memory = { readonly ids: Map<string, number>; size: number };
const memories = new WeakMap<Connection, Map<Table, Memory>>();

/** Finds or makes the row of a masked text. @returns its integer key */
export async function internContent(connection: Connection, body: string): Promise<number> {
  return (await internContents(connection, [body]))[0] ?? neverMade("contents");
}

/** The same of several texts, in one round trip. @returns their keys, in their order */
export function internContents(
  connection: Connection,
  bodies: readonly string[],
): Promise<readonly number[]> {
  const sql = "INSERT INTO contents (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING";
  return internAll(connection, "contents", bodies, async (rows) => {
    const ids = await statement<[Buffer, string]>(connection, sql).insertAll(rows);
    await recordPii(connection, rows, ids);
    return ids;
  });
}

/** Finds or makes the row of a declaration's JSON. @returns its integer key */
export async function internDeclaration(connection: Connection, body: string): Promise<number> {
  return (await internDeclarations(connection, [body]))[0] ?? neverMade("declarations");
}

/** Finds or makes the rows of declarations' JSON. @returns their keys, in their order */
export function internDeclarations(
  connection: Connection,
  bodies: readonly string[],
): Promise<readonly number[]> {
  const sql = "INSERT INTO declarations (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING";
  return internAll(connection, "declarations", bodies, (rows) =>
    statement<[Buffer, string]>(connection, sql).insertAll(rows),
  );
}

/** Finds or makes the row of an identity's JSON. @param caseId null for Unassigned. @returns its integer key */
export async function internIdentity(
  connection: Connection,
  body: string,
  caseId: string | null,
): Promise<number> {
  const sql =
    "INSERT INTO identities (hash, case_id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  const ids = await internAll(connection, "identities", [body], (rows) =>
    statement<[Buffer, string | null, string]>(connection, sql).insertAll(
      rows.map(([key]) => [key, caseId, body]),
    ),
  );
  return ids[0] ?? neverMade("identities");
}

type Keyed = [key: Buffer, body: string];

/** @param make inserts rows, null for those that exist: most texts that are not cached are new */
async function internAll(
  connection: Connection,
  table: Table,
  bodies: readonly string[],
  make: (rows: readonly Keyed[]) => Promise<readonly (number | null)[]>,
): Promise<readonly number[]> {
  const memory = memoryOf(connection, table);
  const unknown = new Set(bodies.filter((body) => !memory.ids.has(body)));
  if (unknown.size === 0) return bodies.map((body) => memory.ids.get(body) ?? neverMade(table));
  const rows = Array.from(unknown, (body): Keyed => [hashOf(body), body]);
  const ids = await make(rows);
  const made = new Map<string, number>();
  for (const [at, [key, body]] of rows.entries())
    made.set(body, ids[at] ?? (await find(connection, table, key)));
  const all = bodies.map((body) => made.get(body) ?? memory.ids.get(body) ?? neverMade(table));
  remember(memory, made);
  return all;
}

function remember(memory: Memory, made: ReadonlyMap<string, number>): void {
  for (const [body, id] of made) {
    memory.size += body.length;
    if (memory.size > memoryLimit) {
      memory.ids.clear();
      memory.size = body.length;
    }
    memory.ids.set(body, id);
  }
}

async function find(connection: Connection, table: Table, key: Buffer): Promise<number> {
  const sql = `SELECT id FROM ${table} WHERE hash = ?`;
  const found = await statement<[Buffer], { id: number }>(connection, sql).get(key);
  return found?.id ?? neverMade(table);
}

function neverMade(table: Table): never {
  throw new Error(`A row of ${table} is neither there nor could be made.`);
}

type PiiValues = [content: number, start: number, type: string, pseudonym: string];

/** @param ids of texts that are new; null for the others */
async function recordPii(
  connection: Connection,
  texts: readonly Keyed[],
  ids: readonly (number | null)[],
): Promise<void> {
  const rows = texts.flatMap(([, body], at): PiiValues[] => {
    const content = ids[at] ?? null;
    if (content === null || !body.includes("<")) return [];
    return Array.from(body.matchAll(maskedPattern), (match) => {
      return [content, match.index, match[1] ?? "", match[2] ?? ""];
    });
  });
  const sql = "INSERT INTO content_pii (content, start, type, pseudonym) VALUES (?, ?, ?, ?)";
  await statement<PiiValues>(connection, sql).runAll(rows);
}

function memoryOf(connection: Connection, table: Table): Memory {
  let tables = memories.get(connection);
  if (tables === undefined) {
    tables = new Map();
    memories.set(connection, tables);
  }
  let memory = tables.get(table);
  if (memory === undefined) {
    memory = { ids: rememberInterned(connection), size: 0 };
    tables.set(table, memory);
  }
  return memory;
}

/** Sixteen bytes of SHA-256: no collisions within a workspace. */
export function hashOf(text: string): Buffer {
  return hash("sha256", text, "buffer").subarray(0, 16);
}
