import { firstPreviousHash, type AuditRow } from "@/lib/domain/people/audit";
import { statement, type Database } from "../port";
import { auditHash } from "./append-audit";
import { readErasedRows } from "./erase-ids";
import { readPurgedPlace, type AuditPlace } from "./purge-audit";

export type { AuditPlace };

/** A fault of the chain. */
export type AuditFault = {
  readonly seq: number;
  /**
   * `edited`: the row differs from its hash. `missing`: rows before it are gone. `moved`: it follows another row.
   * `inserted`: it has a number that no row is given.
   */
  readonly kind: "edited" | "missing" | "moved" | "inserted";
  /** The first of the rows that are gone. */
  readonly missingFrom: number | null;
};

export type AuditCheck = {
  /** Those that were purged included. */
  readonly rows: number;
  /** Hash of the last row; of nothing where there is none. */
  readonly head: string;
  /** Rows that later lost an erased customer's ids, as a row after them says. */
  readonly erased: number;
  /** In order; at most `faultsMax`. */
  readonly faults: readonly AuditFault[];
  /** Whether some row's hash is the head that was kept elsewhere; null where none was given. */
  readonly holdsHead: boolean | null;
};

/** Before the first row. */
const auditStart: AuditPlace = { seq: 0, head: firstPreviousHash };

const faultsMax = 100;

/**
 * Verifies the audit's hash chain from its first row to its last. Rows removed from the end leave a valid chain: only
 * a head kept elsewhere shows that they are gone.
 * @param knownHead a head that was printed before, or null
 * @param from the rows verified before, which are not read again
 */
export function verifyAudit(
  db: Database,
  knownHead: string | null,
  from: AuditPlace | null = null,
): Promise<AuditCheck> {
  return db.read(async (connection) => {
    const faults: AuditFault[] = [];
    const start = from ?? (await readPurgedPlace(connection)) ?? auditStart;
    let { seq, head } = start;
    let rows = seq;
    let erased = 0;
    const erasedRows = await readErasedRows(connection);
    let holdsHead = knownHead === head;
    // Rows are numbered from 1: before that nothing can have been written.
    for await (const row of statement<[], { seq: number }>(connection, rowsBefore).iterate()) {
      if (faults.length < faultsMax)
        faults.push({ seq: row.seq, kind: "inserted", missingFrom: null });
    }
    for await (const row of statement<[number], AuditRow>(connection, rowsAfter).iterate(seq)) {
      rows += 1;
      const hash = auditHash(row);
      const isErased = hash !== row.hash && erasedRows.get(row.seq) === hash;
      if (isErased) erased += 1;
      const fault = faultOf(row, isErased ? row.hash : hash, seq, head);
      if (fault !== null && faults.length < faultsMax) faults.push(fault);
      seq = row.seq;
      head = row.hash;
      holdsHead ||= row.hash === knownHead;
    }
    return { rows, head, erased, faults, holdsHead: knownHead === null ? null : holdsHead };
  });
}

const rowsBefore = "SELECT seq FROM audit WHERE seq < 1 ORDER BY seq";
const rowsAfter = `SELECT seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
    previous_hash AS previousHash, hash FROM audit WHERE seq > ? ORDER BY seq`;

function faultOf(
  row: AuditRow,
  hash: string,
  seqBefore: number,
  hashBefore: string,
): AuditFault | null {
  const { seq } = row;
  if (hash !== row.hash) return { seq, kind: "edited", missingFrom: null };
  if (seq !== seqBefore + 1) return { seq, kind: "missing", missingFrom: seqBefore + 1 };
  return row.previousHash === hashBefore ? null : { seq, kind: "moved", missingFrom: null };
}
