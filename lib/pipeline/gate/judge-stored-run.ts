import type { GateSubject } from "@/lib/domain/gate/gate-input";
import { hashInput } from "@/lib/gate/gate-hashes";
import { findJudgedOtherwise } from "@/lib/gate/judged-otherwise";
import { formatRecord, makeRecord, type GateRecord } from "@/lib/gate/record";
import { requireDecidable } from "@/lib/gate/require-decidable";
import type { Database } from "@/lib/store/database";
import { readEarlierAttempts, readRecordsOf, writeVerdict } from "@/lib/store/gate/verdicts";
import { sha256 } from "@/lib/store/sha256";

/**
 * Judges a stored run and stores the verdict. Attempts are counted and the verdict is stored in one step, so that two
 * that are judged at once are two attempts.
 * @param run the candidate's name
 * @throws DomainError for what cannot be decided
 */
export function judgeStoredRun(
  db: Database,
  run: string,
  read: GateSubject,
  nowUs: number,
): Promise<GateRecord> {
  const hashes = hashInput(read, sha256);
  const { cohort, candidate } = hashes;
  const of = { run, release: read.candidate.release, cohort, candidate };
  return db.write((connection) => {
    const earlierAttempts = [...readEarlierAttempts(connection, of)];
    const judgedOtherwise = [...findJudgedOtherwise(readRecordsOf(connection, of), hashes)];
    const input = { ...read, earlierAttempts, judgedOtherwise };
    requireDecidable(input);
    const record = makeRecord(input, sha256);
    writeVerdict(connection, { ...of, record: formatRecord(record) }, nowUs);
    return record;
  });
}
