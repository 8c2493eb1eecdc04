import { createHash } from "node:crypto";
import type { Connection } from "@/db/connect";
import { maskedPattern } from "@/lib/domain/pseudonym";
import { rememberInterned, statement } from "./database";

/** A memory is emptied when the texts in it exceed this many characters. */
const memoryLimit = 8_000_000;

type Table = "contents" | "declarations" | "identities";
type Memory = { readonly ids: Map<string, number>; size: number };
const memories = new WeakMap<Connection, Map<Table, Memory>>();

/** Finds or makes the row of a masked text. @returns its integer key */
export function internContent(connection: Connection, body: string): number {
  return intern(connection, "contents", body, () => {
    const id = insert(connection, "contents", body);
    if (body.includes("<")) recordPii(connection, id, body);
    return id;
  });
}

/** Finds or makes the row of a declaration's JSON. @returns its integer key */
export function internDeclaration(connection: Connection, body: string): number {
  return intern(connection, "declarations", body, () => insert(connection, "declarations", body));
}

/** Finds or makes the row of an identity's JSON. @param caseId null for Unassigned. @returns its integer key */
export function internIdentity(
  connection: Connection,
  body: string,
  caseId: string | null,
): number {
  return intern(connection, "identities", body, () => {
    const sql = "INSERT INTO identities (hash, case_id, body) VALUES (?, ?, ?)";
    const result = statement<[Buffer, string | null, string]>(connection, sql).run(
      hashOf(body),
      caseId,
      body,
    );
    return Number(result.lastInsertRowid);
  });
}

function intern(connection: Connection, table: Table, body: string, make: () => number): number {
  const memory = memoryOf(connection, table);
  const known = memory.ids.get(body);
  if (known !== undefined) return known;
  const sql = `SELECT id FROM ${table} WHERE hash = ?`;
  const found = statement<[Buffer], { id: number }>(connection, sql).get(hashOf(body));
  const id = found === undefined ? make() : found.id;
  memory.size += body.length;
  if (memory.size > memoryLimit) {
    memory.ids.clear();
    memory.size = body.length;
  }
  memory.ids.set(body, id);
  return id;
}

function insert(connection: Connection, table: "contents" | "declarations", body: string): number {
  const sql = `INSERT INTO ${table} (hash, body) VALUES (?, ?)`;
  return Number(
    statement<[Buffer, string]>(connection, sql).run(hashOf(body), body).lastInsertRowid,
  );
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

/** Sixteen bytes of SHA-256: no two texts of a workspace will ever meet. */
export function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest().subarray(0, 16);
}
