import type { GateSubject } from "@/lib/domain/gate/gate-input";
import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import { hashInput } from "@/lib/gate/gate-hashes";
import { findJudgedOtherwise } from "@/lib/gate/judged-otherwise";
import { formatRecord, makeRecord, type GateRecord } from "@/lib/gate/record";
import { requireDecidable } from "@/lib/gate/require-decidable";
import { validSignOff } from "@/lib/gate/sign-off";
import type { Database } from "@/lib/store/port";
import {
  readEarlierAttempts,
  readRecordsOf,
  readVerdict,
  writeVerdict,
} from "@/lib/store/gate/verdicts";
import { sha256 } from "@/lib/store/sha256";

/**
 * Judges a stored run and stores the verdict. Attempts are counted and the verdict is stored in one step, so that two
 * that are judged at once are two attempts. The very same verdict may be signed off already.
 * @param run the candidate's name
 * @throws DomainError for what cannot be decided
 */
export function judgeStoredRun(
  db: Database,
  run: string,
  read: GateSubject,
  nowUs: number,
): Promise<{ readonly record: GateRecord; readonly signOff: SignOff | null }> {
  const hashes = hashInput(read, sha256);
  const { cohort, candidate } = hashes;
  const of = { run, release: read.candidate.release, cohort, candidate };
  return db.write(async (connection) => {
    const earlierAttempts = [...(await readEarlierAttempts(connection, of))];
    const judgedOtherwise = [...findJudgedOtherwise(await readRecordsOf(connection, of), hashes)];
    const input = { ...read, earlierAttempts, judgedOtherwise };
    requireDecidable(input);
    const record = makeRecord(input, sha256);
    const id = await writeVerdict(connection, { ...of, record: formatRecord(record) }, nowUs);
    const stored = await readVerdict(connection, id);
    return { record, signOff: stored === null ? null : validSignOff(stored, sha256) };
  });
}
