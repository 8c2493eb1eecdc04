import { hash } from "node:crypto";
import type { Connection } from "@/db/connect";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { rememberInterned, statement } from "../database";

/** The cache is emptied when its texts exceed this many characters. */
const memoryLimit = 8_000_000;

type Table = "contents" | "declarations" | "identities";
type Memory = { readonly ids: Map<string, number>; size: number };
const memories = new WeakMap<Connection, Map<Table, Memory>>();

/** Finds or makes the row of a masked text. @returns its integer key */
export function internContent(connection: Connection, body: string): number {
  return intern(connection, "contents", body, (key) => {
    const sql = "INSERT INTO contents (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING";
    const made = statement<[Buffer, string]>(connection, sql).run(key, body);
    if (made.changes === 0) return null;
    const id = Number(made.lastInsertRowid);
    if (body.includes("<")) recordPii(connection, id, body);
    return id;
  });
}

/** Finds or makes the row of a declaration's JSON. @returns its integer key */
export function internDeclaration(connection: Connection, body: string): number {
  return intern(connection, "declarations", body, (key) => {
    const sql = "INSERT INTO declarations (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING";
    const made = statement<[Buffer, string]>(connection, sql).run(key, body);
    return made.changes === 0 ? null : Number(made.lastInsertRowid);
  });
}

/** Finds or makes the row of an identity's JSON. @param caseId null for Unassigned. @returns its integer key */
export function internIdentity(
  connection: Connection,
  body: string,
  caseId: string | null,
): number {
  return intern(connection, "identities", body, (key) => {
    const sql =
      "INSERT INTO identities (hash, case_id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    const insert = statement<[Buffer, string | null, string]>(connection, sql);
    const made = insert.run(key, caseId, body);
    return made.changes === 0 ? null : Number(made.lastInsertRowid);
  });
}

/** @param make inserts the row, null where it exists: most texts that are not cached are new */
function intern(
  connection: Connection,
  table: Table,
  body: string,
  make: (key: Buffer) => number | null,
): number {
  const memory = memoryOf(connection, table);
  const known = memory.ids.get(body);
  if (known !== undefined) return known;
  const key = hashOf(body);
  const id = make(key) ?? find(connection, table, key);
  memory.size += body.length;
  if (memory.size > memoryLimit) {
    memory.ids.clear();
    memory.size = body.length;
  }
  memory.ids.set(body, id);
  return id;
}

function find(connection: Connection, table: Table, key: Buffer): number {
  const sql = `SELECT id FROM ${table} WHERE hash = ?`;
  const found = statement<[Buffer], { id: number }>(connection, sql).get(key);
  if (found === undefined) throw new Error(`A row of ${table} is neither there nor could be made.`);
  return found.id;
}

function recordPii(connection: Connection, content: number, body: string): void {
  const sql = "INSERT INTO content_pii (content, start, type, pseudonym) VALUES (?, ?, ?, ?)";
  for (const match of body.matchAll(maskedPattern)) {
    statement<[number, number, string, string]>(connection, sql).run(
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
