import { DomainError } from "@/lib/domain/domain-error";
import { describeVerdict } from "@/lib/format/gate/describe-verdict";
import { formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { recomputeRecord } from "@/lib/gate/record";
import { textReport } from "@/lib/gate/report/text-report";
import { sha256 } from "@/lib/pipeline/packs/sha256";
import { readGateFile } from "./read-gate-input";

/**
 * Prints each verdict of a file as it is decided again, whether the record is identical byte for byte, and how many
 * earlier attempts that it counts have no record. The exit code is 1 if one differs or lacks.
 * @throws DomainError for a line that is no record of this version of the gate
 */
export function explainRecords(path: string): void {
  const { name, text } = readGateFile(path);
  const lines = text.split("\n").filter((line) => line !== "");
  if (lines.length === 0) throw new DomainError("invalid-input", `${name} holds no records.`);
  const judged = new Set<string>();
  lines.forEach((line, at) => {
    const place = `${name}, line ${String(at + 1)}`;
    const found = recomputeRecord(line, sha256);
    if (found.kind === "unreadable") {
      throw new DomainError("invalid-input", `${place}: is no record of a verdict.`);
    }
    if (found.kind === "other-version") {
      throw new DomainError(
        "unsupported",
        `${place}: was decided by version ${String(found.version)} of the gate, which this program does not have.`,
      );
    }
    const { record, differing } = found;
    const isIdentical = differing.length === 0;
    if (!isIdentical) process.exitCode = 1;
    const result = isIdentical
      ? "decided again, identical byte for byte"
      : `decided again, NOT as recorded: ${joinedByAnd(differing)} differ`;
    judged.add(record.hashes.candidate);
    const missing = record.input.earlierAttempts.filter((hash) => !judged.has(hash)).length;
    console.log(`${place}: ${result}.`);
    if (missing > 0) {
      process.exitCode = 1;
      console.log(`${formatCounted(missing, "earlier attempt")} counted, but not recorded above.`);
    }
    console.log("");
    console.log(textReport(describeVerdict(record.verdict, record.input)));
  });
}
