import { deriveCase } from "@/lib/cases/derive-case";
import { evaluators } from "@/lib/evaluators/registry";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import { caseRow } from "@/lib/rollup/case-row";
import { readCaseInput } from "@/lib/store/case-input";
import type { Database } from "@/lib/store/database";
import type { QueueEntry } from "@/lib/store/queue";
import { writeCase } from "@/lib/store/write-case";
import type { DerivationContext } from "./derivation-context";
import { derivationVersion } from "./derivation-version";
import { followMerges } from "./follow-merges";

/**
 * Derives a case from its spans and records and replaces its rows; a case of which nothing is left is removed.
 * @returns false where it changed meanwhile and has to be derived anew
 */
export async function deriveDirtyCase(
  db: Database,
  entry: QueueEntry,
  { settings, overrides, now }: DerivationContext,
): Promise<boolean> {
  const { contents, ...input } = await readCaseInput(db, entry.key);
  const mergedInto = (await followMerges(db, overrides, [entry.key])).get(entry.key) ?? null;
  const isGone = input.spans.length === 0 && input.records.length === 0 && mergedInto === null;
  if (isGone) return writeCase(db, entry, null, now());
  const derived = deriveCase({ ...input, mergedInto }, settings, (assembled) =>
    runEvaluators(assembled, evaluators),
  );
  const write = {
    derived,
    row: caseRow(derived, settings),
    derivedWith: derivationVersion(settings),
    contentOf: contents.idOf,
  };
  return writeCase(db, entry, write, now());
}
