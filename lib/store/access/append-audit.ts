import {
  auditText,
  firstPreviousHash,
  type AuditEntry,
  type AuditRow,
} from "@/lib/domain/people/audit";
import { statement, type Connection, type Database } from "../port";
import { sha256 } from "../sha256";

/** The SHA-256 of a row's text, hexadecimal. */
export function auditHash(row: Omit<AuditRow, "hash">): string {
  return sha256(auditText(row));
}

/** Appends rows to the audit inside the transaction that they record. @returns the new head */
export async function appendAudit(
  connection: Connection,
  entry: AuditEntry,
  atUs: number,
): Promise<string> {
  const { seq, previousHash } = await readEnd(connection);
  const row = wellFormed({ ...entry, seq: seq + 1, atUs, previousHash, ...asJson(entry) });
  const hash = auditHash(row);
  const sql = `INSERT INTO audit
      (seq, at_us, actor, action, workspace, target, network, before, after, previous_hash, hash)
    VALUES
      (@seq, @atUs, @actor, @action, @workspace, @target, @network, @before, @after, @previousHash, @hash)`;
  await statement<[AuditRow]>(connection, sql).run({ ...row, hash });
  return hash;
}

/** Adds one row to the end of the audit. @returns the new head, when it is kept */
export function recordAudit(db: Database, entry: AuditEntry, atUs: number): Promise<string> {
  return db.write((connection) => appendAudit(connection, entry, atUs));
}

async function readEnd(connection: Connection): Promise<{ seq: number; previousHash: string }> {
  const sql = "SELECT seq, hash AS previousHash FROM audit ORDER BY seq DESC LIMIT 1";
  const last = await statement<[], { seq: number; previousHash: string }>(connection, sql).get();
  return last ?? { seq: 0, previousHash: firstPreviousHash };
}

/** NUL and lone surrogates would be stored as other characters than were hashed, or not at all. */
function wellFormed<Row extends Readonly<Record<string, string | number | null>>>(row: Row): Row {
  const kept = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("\0", "\uFFFD").toWellFormed() : value,
  ]);
  return Object.fromEntries(kept) as Row;
}

function asJson({ before, after }: AuditEntry): Pick<AuditRow, "before" | "after"> {
  return { before: jsonOf(before), after: jsonOf(after) };
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
