import { DomainError } from "@/lib/domain/domain-error";
import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import { describeVerdict, type ExpectedOutcomes } from "@/lib/format/gate/describe-verdict";
import { formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { recomputeRecord, type GateRecord } from "@/lib/gate/record";
import { textReport } from "@/lib/gate/report/text-report";
import { sha256 } from "@/lib/store/sha256";
import { readGateFile } from "./read-gate-file";

/**
 * Prints each verdict of a file as it is decided again, whether the record is identical byte for byte, and how many
 * earlier attempts that it counts have no record. The exit code is 1 if one differs or lacks, or another version of the
 * gate decided it.
 * @throws DomainError for a line that is no record
 */
export function explainRecords(path: string): void {
  const { name, text } = readGateFile(path);
  const lines = text.split("\n").filter((line) => line !== "");
  if (lines.length === 0) throw new DomainError("invalid-input", `${name} holds no records.`);
  const judged = new Set<string>();
  lines.forEach((line, at) => {
    const { candidate, record } = explainRecord(line, `${name}, line ${String(at + 1)}`);
    judged.add(candidate);
    if (record === null) return;
    sayMissing(record.input.earlierAttempts.filter((hash) => !judged.has(hash)).length);
    printVerdict(record, new Map());
  });
}

type Explained = {
  /** Hash of the outcomes that were judged. */
  readonly candidate: string;
  /** Null: another version of the gate decided it. */
  readonly record: GateRecord | null;
};

/**
 * Decides a record again and prints whether it is identical; the exit code is 1 if it is not, or cannot be decided.
 * @param place where the record is from
 * @throws DomainError for what is no record
 */
export function explainRecord(line: string, place: string): Explained {
  const found = recomputeRecord(line, sha256);
  if (found.kind === "unreadable") {
    throw new DomainError("invalid-input", `${place}: is no record of a verdict.`);
  }
  if (found.kind === "other-version") {
    process.exitCode = 1;
    console.log(
      `${place}: decided by version ${String(found.version)} of the gate, which this program does not have: it cannot be decided again here.\n`,
    );
    return { candidate: found.candidate, record: null };
  }
  const isIdentical = found.differing.length === 0;
  if (!isIdentical) process.exitCode = 1;
  const result = isIdentical
    ? "decided again, identical byte for byte"
    : `decided again, NOT as recorded: ${joinedByAnd(found.differing)} differ`;
  console.log(`${place}: ${result}.`);
  return { candidate: found.record.hashes.candidate, record: found.record };
}

/** Prints how many attempts a record counts of which there is none; the exit code is 1 if there are such. */
export function sayMissing(missing: number): void {
  if (missing === 0) return;
  process.exitCode = 1;
  console.log(`${formatCounted(missing, "earlier attempt")} counted, but not recorded above.`);
}

export function printVerdict(
  { verdict, input }: GateRecord,
  expected: ExpectedOutcomes,
  signOff: SignOff | null = null,
): void {
  console.log("");
  console.log(textReport(describeVerdict(verdict, input, expected, signOff)));
}
