import { assembleCase } from "@/lib/cases/assemble-case";
import { judgeAssembly } from "@/lib/cases/derive-case";
import type { CaseToJudge } from "@/lib/domain/case/case";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { nowUs } from "@/lib/clock/server";
import { readDerivationContext } from "@/lib/pipeline/derive/derivation-context";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { extractCaseFindings } from "@/lib/pipeline/derive/extract-case-findings";
import { caseRow } from "@/lib/analytics/rows/case-row";
import { readCaseInput } from "@/lib/store/cases/case-input";
import { statement, type Database } from "@/lib/store/port";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { timeEvaluators, type EvaluatorTimes } from "./evaluators";

export type DeriveTimes = {
  /** Milliseconds to read every case's spans, derive it and roll it up, without evaluators. */
  readonly derive: number;
  readonly evaluators: EvaluatorTimes;
  /** Milliseconds after a version change: every case read, derived, evaluated, replaced and linked. */
  readonly again: number;
  readonly interactions: number;
};

/**
 * Derives every case of a workspace again.
 * @param folder its data folder
 */
export async function timeDerivation(db: Database, folder: string): Promise<DeriveTimes> {
  const maskAnswer = createAnswerMasker(folder);
  const { settings } = await readDerivationContext(db);
  const assembledCases: CaseToJudge[] = [];
  const caseIds = await listCaseIds(db);
  let startMs = performance.now();
  for (const caseId of caseIds) {
    const { contentOf: _contentOf, ...input } = await readCaseInput(db, caseId);
    const whole = { ...input, mergedInto: null };
    const assembly = assembleCase(whole, settings, maskAnswer, () => false);
    const derived = judgeAssembly(assembly, () => []);
    caseRow(derived, settings, extractCaseFindings(derived, assembly.judged, settings));
    assembledCases.push(assembly.judged);
  }
  const derive = performance.now() - startMs;
  const times = await timeEvaluators(assembledCases);
  await raiseVersion(db);
  startMs = performance.now();
  await drainQueue(db, { now: nowUs, maskAnswer });
  const again = performance.now() - startMs;
  const interactions = assembledCases.reduce((sum, each) => sum + each.interactions.length, 0);
  return { derive, evaluators: times, again, interactions };
}

/** Sets every case's rows to another version. */
function raiseVersion(db: Database): Promise<void> {
  return db.write(async (connection) => {
    await statement(connection, "UPDATE cases SET derived_with = ''").run();
    await statement(connection, "DELETE FROM settings WHERE name = 'derived_with'").run();
  });
}
