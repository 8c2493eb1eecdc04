import type { JudgedVerdict } from "@/lib/domain/quality/judgement";
import { hashQuestion, hashShown } from "@/lib/evaluators/judges/hash-question";
import type { Database } from "@/lib/store/port";
import { findAnswer, putJudgement } from "@/lib/store/decisions/judgements";
import { hashWords } from "@/lib/store/decisions/labels";
import type { AnchoredQuestion } from "./find-questions";
import { judgeOne, type Judge } from "./judge-one";
import type { JudgeRun } from "./judge-run";

type AnswerContext = {
  readonly judge: Judge;
  readonly run: JudgeRun;
  readonly caseId: string;
  /** The case's revision when it was read. */
  readonly revision: number;
};

/**
 * Stores the answer to a question, cached or from the model.
 * @returns whether there is one
 */
export function answerQuestion(
  db: Database,
  anchored: AnchoredQuestion,
  context: AnswerContext,
): Promise<boolean> {
  const contentHash = hashQuestion(anchored.question, context.judge.settings.model, hashWords);
  return context.run.alone(contentHash, async () => {
    const storeVerdict = putAt(db, anchored, context, contentHash);
    const known = await findAnswer(db, contentHash);
    if (known !== null) {
      context.run.noteKnown();
      await storeVerdict(known.verdict, known.atUs);
      return true;
    }
    return judgeNow(anchored, context, storeVerdict);
  });
}

type StoreVerdict = (verdict: JudgedVerdict, atUs: number) => Promise<void>;

async function judgeNow(
  { question }: AnchoredQuestion,
  { judge, run }: AnswerContext,
  storeVerdict: StoreVerdict,
): Promise<boolean> {
  if (!run.take()) return false;
  const judged = await judgeOne(question, judge);
  if (judged.kind === "judged") {
    await storeVerdict(judged.verdict, judge.dependencies.now());
    run.noteVerdict(judged.verdict);
    return true;
  }
  if (judged.kind === "spent") run.noteSpent();
  else run.noteUnanswered();
  return false;
}

function putAt(
  db: Database,
  { question, anchor }: AnchoredQuestion,
  { judge, caseId, revision }: AnswerContext,
  contentHash: string,
): StoreVerdict {
  const { target, rubric } = question;
  const { evaluator, version } = rubric;
  const { model } = judge.settings;
  const wordsHash = hashShown(question, hashWords);
  const said = { caseId, evaluator, rubric: version, model, anchor, wordsHash, contentHash };
  const { kind: targetKind, ordinal: targetOrdinal } = target;
  const placement = { targetKind, targetOrdinal, caseRevision: revision };
  return (verdict, atUs) => putJudgement(db, { ...said, verdict, atUs }, placement);
}
