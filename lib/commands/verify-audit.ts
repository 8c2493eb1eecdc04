import type { Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import { verifyAudit, type AuditFault } from "@/lib/store/access/verify-audit";

/** `throughline verify-audit`: verifies the audit log's hash chain. */
export function addVerifyAudit(program: Command): void {
  program
    .command("verify-audit")
    .description(
      "follow the audit's chain and say which row was edited, removed, inserted or moved",
    )
    .option(
      "--expect <hash>",
      "a head that was printed before: rows since taken off the end are found",
    )
    .option("--json", "print one JSON object")
    .action(async ({ expect, json }: { readonly expect?: string; readonly json?: true }) => {
      const check = await verifyAudit(await accessDb(), expect ?? null);
      if (json) console.log(JSON.stringify(check));
      for (const fault of json ? [] : check.faults) console.error(sentenceOf(fault));
      if (check.holdsHead === false) {
        throw new DomainError(
          "not-found",
          "No row has the expected hash: rows were removed or rewritten.",
        );
      }
      if (check.faults.length > 0) {
        throw new DomainError("invalid-input", "The audit is not as it was written.");
      }
      const erased =
        check.erased > 0
          ? `; ${String(check.erased)} without ids of erased customers, as later rows say`
          : "";
      if (!json) console.log(`${String(check.rows)} rows, unbroken${erased}. Head: ${check.head}`);
    });
}

function sentenceOf({ seq, kind, missingFrom }: AuditFault): string {
  if (kind === "edited")
    return `Row ${String(seq)} is not what was written: edited, inserted or moved.`;
  if (kind === "inserted") return `Row ${String(seq)} was put there: rows are numbered from 1.`;
  if (kind === "moved")
    return `Row ${String(seq)} does not follow the row before it: rows were removed, inserted or rewritten there.`;
  const last = seq - 1;
  const which =
    missingFrom === last
      ? `Row ${String(last)} is`
      : `Rows ${String(missingFrom)} to ${String(last)} are`;
  return `${which} missing before row ${String(seq)}.`;
}
