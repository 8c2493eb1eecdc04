import type { Connection } from "@/db/connect";
import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";
import type { Declaration } from "@/lib/domain/trace/identity";
import { statement, type Database } from "../database";
import { internDeclaration } from "./intern";
import { fromJson, type Json } from "../json";
import { enqueue, nextRevision } from "../queue";

/** The progress of reading stored spans with the aliases and channel names in force. */
export type RereadProgress = {
  /** The version of those aliases and channel names. */
  readonly version: string;
  /** The last span that was read anew; null when all were. */
  readonly after: number | null;
};

/** The inputs of a stored span's declaration; `detail` and `resource` as `StorableSpan` has them. */
export type DeclarationSource = {
  readonly span: number;
  readonly trace: number;
  readonly contentHash: Buffer;
  readonly declared: Declaration;
  readonly detail: string;
  readonly resource: string;
};

export type Redeclared = Pick<DeclarationSource, "span" | "trace" | "contentHash" | "declared"> & {
  readonly findings: readonly DataFinding[];
};

/** @returns null where spans were never read anew */
export function readRereadProgress(db: Database): Promise<RereadProgress | null> {
  return db.read(progressOf);
}

function progressOf(connection: Connection): RereadProgress | null {
  const sql = "SELECT value FROM settings WHERE name = 'declared_with'";
  const row = statement<[], { value: Json<RereadProgress> }>(connection, sql).get();
  return row === undefined ? null : fromJson(row.value);
}

/** The next spans in the order in which they were stored. */
export function readDeclarationSources(
  db: Database,
  after: number,
  limit: number,
): Promise<DeclarationSource[]> {
  type Row = Omit<DeclarationSource, "declared"> & { readonly declared: Json<Declaration> | null };
  const sql = `SELECT s.id AS span, s.trace, s.content_hash AS contentHash, d.body AS declared,
      s.detail, r.body AS resource
    FROM spans s LEFT JOIN declarations d ON d.id = s.declared JOIN contents r ON r.id = s.resource
    WHERE s.id > ? ORDER BY s.id LIMIT ?`;
  return db.read((connection) =>
    statement<[number, number], Row>(connection, sql)
      .all(after, limit)
      .map((row) => ({ ...row, declared: row.declared === null ? {} : fromJson(row.declared) })),
  );
}

/**
 * Stores one step of reading declarations anew and enqueues its traces; nothing where another process has taken the
 * step already.
 * @param step.codes the findings that a declaration may give, replaced by those given
 */
export function writeRedeclared(
  db: Database,
  step: {
    readonly from: RereadProgress | null;
    readonly to: RereadProgress;
    readonly changed: readonly Redeclared[];
    readonly codes: readonly DataFindingCode[];
  },
  nowUs: number,
): Promise<void> {
  return db.write((connection) => {
    if (JSON.stringify(progressOf(connection)) !== JSON.stringify(step.from)) return;
    const traces = new Set<string>();
    for (const one of step.changed) {
      if (replaceDeclaration(connection, one, step.codes)) traces.add(String(one.trace));
    }
    enqueue(connection, "trace", traces, { revision: nextRevision(connection), nowUs });
    const sql = `INSERT INTO settings (name, value) VALUES ('declared_with', ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
    statement<[string]>(connection, sql).run(JSON.stringify(step.to));
  });
}

/** @returns false where another version of the span has come since it was read */
function replaceDeclaration(
  connection: Connection,
  { span, contentHash, declared, findings }: Redeclared,
  codes: readonly DataFindingCode[],
): boolean {
  const saysNothing = Object.keys(declared).length === 0;
  const id = saysNothing ? null : internDeclaration(connection, JSON.stringify(declared));
  const sql = "UPDATE spans SET declared = ? WHERE id = ? AND content_hash = ?";
  const update = statement<[number | null, number, Buffer]>(connection, sql);
  if (update.run(id, span, contentHash).changes === 0) return false;
  const clear = `DELETE FROM span_findings WHERE span = ?
    AND code IN (SELECT value FROM json_each(?))`;
  statement<[number, string]>(connection, clear).run(span, JSON.stringify(codes));
  const insert = "INSERT INTO span_findings (span, code, detail) VALUES (?, ?, ?)";
  for (const { code, detail } of findings) {
    statement<[number, string, string]>(connection, insert).run(span, code, detail);
  }
  return true;
}
