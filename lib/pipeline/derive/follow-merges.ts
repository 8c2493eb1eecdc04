import type { Override } from "@/lib/domain/case/override";
import type { Database } from "@/lib/store/port";
import { readRecordMerge } from "@/lib/store/cases/merges";

/**
 * Maps each merged case to the end of its chain of merges. A user's merge takes precedence over the
 * CRM's. A cycle merges into its smallest case id, which itself is merged into none.
 */
export async function followMerges(
  db: Database,
  overrides: readonly Override[],
  caseIds: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const decided = new Map<string, string>();
  for (const override of overrides) {
    if (override.kind === "merge") decided.set(override.fromCaseId, override.toCaseId);
  }
  const ends = new Map<string, string>();
  for (const caseId of new Set(caseIds)) {
    const chain = [caseId];
    for (;;) {
      const last = chain[chain.length - 1] ?? caseId;
      const next = decided.get(last) ?? (await readRecordMerge(db, last));
      if (next === null) {
        if (last !== caseId) ends.set(caseId, last);
        break;
      }
      const circle = chain.indexOf(next);
      if (circle >= 0) {
        const end = smallest(chain.slice(circle));
        if (end !== caseId) ends.set(caseId, end);
        break;
      }
      chain.push(next);
    }
  }
  return ends;
}

function smallest(caseIds: readonly string[]): string {
  return caseIds.reduce((least, caseId) => (caseId < least ? caseId : least));
}
