import { rubrics } from "@/lib/evaluators/judges/rubrics";
import type { Database } from "@/lib/store/database";
import { noteJudged, type UnjudgedCase } from "@/lib/store/decisions/judgements";
import { readCase } from "@/lib/store/cases/read-case";
import { answerQuestion } from "./answer-question";
import { findQuestions } from "./find-questions";
import type { Judge } from "./judge-one";
import { startRun, type JudgeReport, type JudgeRun } from "./judge-run";
import { walkCases } from "./walk-cases";

/**
 * Asks a model about the cases with the latest contacts, beside whatever else the workspace does.
 * @param limit how many questions are put to the model at most
 * @param onAsked told how many were
 * @throws DomainError where the model's server refuses what is asked
 */
export async function judgeCases(
  db: Database,
  judge: Judge,
  limit: number,
  onAsked: (asked: number) => void = () => undefined,
): Promise<JudgeReport> {
  const { model, evaluators, concurrency } = judge.settings;
  const chosen = rubrics.filter(({ evaluator }) => evaluators.includes(evaluator));
  const versions = chosen.map(({ evaluator, version }) => [evaluator, version]);
  const asked = JSON.stringify([model, versions]);
  const run = startRun(limit, onAsked);
  const cases = walkCases(db, asked);
  // Each works a case off before it takes the next, so that no more requests are under way.
  const works = Array.from({ length: concurrency }, async () => {
    while (!run.isOver()) {
      const { value: next } = await cases.next();
      if (next === undefined) return;
      try {
        if (await judgeCase(db, next, { judge, chosen, run })) await noteJudged(db, next, asked);
      } catch (error) {
        run.end("failed");
        throw error;
      }
    }
  });
  const settled = await Promise.allSettled(works);
  for (const each of settled) if (each.status === "rejected") throw each.reason;
  return run.report();
}

type CaseRun = {
  readonly judge: Judge;
  readonly chosen: typeof rubrics;
  readonly run: JudgeRun;
};

/** @returns whether everything about the case was asked */
async function judgeCase(
  db: Database,
  { caseId, mark }: UnjudgedCase,
  { judge, chosen, run }: CaseRun,
): Promise<boolean> {
  const stored = await readCase(db, caseId);
  if (stored === null) return true;
  let isWhole = true;
  for (const anchored of await findQuestions(db, stored.derived, chosen, judge.maskAnswer)) {
    if (run.isOver()) return false;
    const isAnswered = await answerQuestion(db, anchored, { judge, run, caseId, mark });
    isWhole &&= isAnswered;
  }
  return isWhole;
}
