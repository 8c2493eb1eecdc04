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
export function internContent(connection: Connection, body: string): Promise<number> {
  return intern(connection, "contents", body, async (key) => {
    const sql = "INSERT INTO contents (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING";
    const id = await statement<[Buffer, string]>(connection, sql).insert(key, body);
    if (id !== null && body.includes("<")) await recordPii(connection, id, body);
    return id;
  });
}

/** Finds or makes the row of a declaration's JSON. @returns its integer key */
export function internDeclaration(connection: Connection, body: string): Promise<number> {
  return intern(connection, "declarations", body, (key) => {
    const sql = "INSERT INTO declarations (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING";
    return statement<[Buffer, string]>(connection, sql).insert(key, body);
  });
}

/** Finds or makes the row of an identity's JSON. @param caseId null for Unassigned. @returns its integer key */
export function internIdentity(
  connection: Connection,
  body: string,
  caseId: string | null,
): Promise<number> {
  return intern(connection, "identities", body, (key) => {
    const sql =
      "INSERT INTO identities (hash, case_id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    return statement<[Buffer, string | null, string]>(connection, sql).insert(key, caseId, body);
  });
}

/** @param make inserts the row, null where it exists: most texts that are not cached are new */
async function intern(
  connection: Connection,
  table: Table,
  body: string,
  make: (key: Buffer) => Promise<number | null>,
): Promise<number> {
  const memory = memoryOf(connection, table);
  const known = memory.ids.get(body);
  if (known !== undefined) return known;
  const key = hashOf(body);
  const id = (await make(key)) ?? (await find(connection, table, key));
  memory.size += body.length;
  if (memory.size > memoryLimit) {
    memory.ids.clear();
    memory.size = body.length;
  }
  memory.ids.set(body, id);
  return id;
}

async function find(connection: Connection, table: Table, key: Buffer): Promise<number> {
  const sql = `SELECT id FROM ${table} WHERE hash = ?`;
  const found = await statement<[Buffer], { id: number }>(connection, sql).get(key);
  if (found === undefined) throw new Error(`A row of ${table} is neither there nor could be made.`);
  return found.id;
}

async function recordPii(connection: Connection, content: number, body: string): Promise<void> {
  const sql = "INSERT INTO content_pii (content, start, type, pseudonym) VALUES (?, ?, ?, ?)";
  for (const match of body.matchAll(maskedPattern)) {
    await statement<[number, number, string, string]>(connection, sql).run(
      content,
      match.index,
      match[1] ?? "",
      match[2] ?? "",
    );
  }
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
