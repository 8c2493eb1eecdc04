import { rubrics } from "@/lib/evaluators/judges/rubrics";
import type { Database } from "@/lib/store/port";
import { noteJudged, type UnjudgedCase } from "@/lib/store/decisions/judgements";
import { readCase } from "@/lib/store/cases/read-case";
import { answerQuestion } from "./answer-question";
import { findQuestions } from "./find-questions";
import type { Judge } from "./judge-one";
import { startRun, type JudgeReport, type JudgeRun } from "./judge-run";
import { walkCases } from "./walk-cases";

/**
 * Judges the cases with the latest contacts.
 * @param limit maximum number of questions sent to the model
 * @param onAsked called with their number
 * @throws DomainError if the model's server refuses a request
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
  // Each worker finishes a case before the next, which bounds concurrent requests.
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

/** @returns whether all questions about the case were sent */
async function judgeCase(
  db: Database,
  { caseId, revision }: UnjudgedCase,
  { judge, chosen, run }: CaseRun,
): Promise<boolean> {
  const stored = await readCase(db, caseId);
  if (stored === null) return true;
  let isWhole = true;
  for (const anchored of await findQuestions(db, stored.derived, chosen, judge.maskAnswer)) {
    if (run.isOver()) return false;
    const isAnswered = await answerQuestion(db, anchored, { judge, run, caseId, revision });
    isWhole &&= isAnswered;
  }
  return isWhole;
}
