import { firstPreviousHash, type AuditRow } from "@/lib/domain/audit";
import { statement, type Database } from "../database";
import { auditHash } from "./append-audit";

/** Where the chain does not hold. */
export type AuditFault = {
  readonly seq: number;
  /** `edited`: the row is not what was hashed. `missing`: rows before it are gone. `moved`: it follows another row. */
  readonly kind: "edited" | "missing" | "moved";
  /** The first of the rows that are gone. */
  readonly missingFrom: number | null;
};

export type AuditCheck = {
  readonly rows: number;
  /** Hash of the last row; of nothing where there is none. */
  readonly head: string;
  /** In order; at most `faultsMax`. */
  readonly faults: readonly AuditFault[];
  /** Whether some row's hash is the head that was kept elsewhere; null where none was given. */
  readonly holdsHead: boolean | null;
};

const faultsMax = 100;

/**
 * Follows the audit's chain from its first row to its last.
 * Rows taken off the end leave a whole chain: only a head kept elsewhere shows that they are gone.
 * @param knownHead a head that was printed before, or null
 */
export function verifyAudit(db: Database, knownHead: string | null): Promise<AuditCheck> {
  return db.read((connection) => {
    const faults: AuditFault[] = [];
    let rows = 0;
    let seq = 0;
    let head = firstPreviousHash;
    let holdsHead = knownHead === firstPreviousHash;
    for (const row of statement<[], AuditRow>(connection, allRows).iterate()) {
      rows += 1;
      const fault = faultOf(row, seq, head);
      if (fault !== null && faults.length < faultsMax) faults.push(fault);
      seq = row.seq;
      head = row.hash;
      holdsHead ||= row.hash === knownHead;
    }
    return { rows, head, faults, holdsHead: knownHead === null ? null : holdsHead };
  });
}

const allRows = `SELECT seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
    previous_hash AS previousHash, hash FROM audit ORDER BY seq`;

function faultOf(row: AuditRow, seqBefore: number, hashBefore: string): AuditFault | null {
  const { seq } = row;
  if (auditHash(row) !== row.hash) return { seq, kind: "edited", missingFrom: null };
  if (seq !== seqBefore + 1) return { seq, kind: "missing", missingFrom: seqBefore + 1 };
  return row.previousHash === hashBefore ? null : { seq, kind: "moved", missingFrom: null };
}
