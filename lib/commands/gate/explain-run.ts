import { findVerdicts, readJudgedOutcomes } from "@/lib/pipeline/gate/stored-verdicts";
import type { Workspace } from "@/lib/pipeline/worker/workspace";
import { validSignOff } from "@/lib/gate/sign-off";
import { sha256 } from "@/lib/store/sha256";
import { explainRecord, printVerdict, sayMissing } from "./explain-records";
import { expectedOf } from "./read-gate-input";

/**
 * Prints each stored verdict on a run, or on a release's runs, as it is decided again, and whether it is identical byte
 * for byte; the exit code is 1 if one is not.
 */
export async function explainRun(db: Workspace, named: string): Promise<void> {
  const judged = await readJudgedOutcomes(db);
  for (const { stored, items } of await findVerdicts(db, named)) {
    const place = `${stored.run}, judged ${instant(stored.createdUs)}`;
    if (stored.record === null) {
      const when = stored.deletedUs === null ? "" : ` ${instant(stored.deletedUs)}`;
      console.log(
        `${place}: deleted${when} by ${stored.deletedBy ?? "somebody"}; it still counts as an attempt.\n`,
      );
    } else {
      const { record } = explainRecord(stored.record, place);
      if (record === null) continue;
      sayMissing(record.input.earlierAttempts.filter((hash) => !judged.has(hash)).length);
      printVerdict(record, expectedOf(items), validSignOff(stored, sha256));
    }
  }
}

function instant(atUs: number): string {
  return new Date(atUs / 1000).toISOString();
}
