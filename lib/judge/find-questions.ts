import { anchorPlace } from "@/lib/cases/labels/anchor-place";
import { deriveCase } from "@/lib/cases/derive-case";
import type { CaseToJudge, DerivedCase } from "@/lib/domain/case/case";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { LabelAnchor } from "@/lib/domain/quality/label";
import { questionsFor } from "@/lib/evaluators/judges/questions-for";
import type { JudgeQuestion, PassagesFor } from "@/lib/evaluators/judges/judge-question";
import type { Rubric } from "@/lib/evaluators/judges/rubric";
import { retrievedFor } from "@/lib/evaluators/groundedness/retrieved-for";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { readCaseInput } from "@/lib/store/cases/case-input";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { hashWords } from "@/lib/store/decisions/labels";

/** A question and the anchor that identifies its target across rebuilds. */
export type AnchoredQuestion = { readonly question: JudgeQuestion; readonly anchor: LabelAnchor };

/** The questions of all rubrics about a stored case whose targets have an anchor. */
export async function findQuestions(
  db: Database,
  derived: DerivedCase,
  rubrics: readonly Rubric[],
  maskAnswer: MaskAnswer,
): Promise<readonly AnchoredQuestion[]> {
  const isAboutAnswers = rubrics.some(({ target }) => target === "message");
  const passagesFor = isAboutAnswers
    ? await readPassages(db, derived.caseId, maskAnswer)
    : () => null;
  return rubrics
    .flatMap((rubric) => questionsFor(rubric, derived, passagesFor))
    .flatMap((question) => {
      const anchor = anchorPlace(derived, question.target, hashWords);
      return anchor === null ? [] : [{ question, anchor }];
    });
}

/** Passages are not stored with the case: its spans are read again. */
async function readPassages(
  db: Database,
  caseId: string,
  maskAnswer: MaskAnswer,
): Promise<PassagesFor> {
  const input = await readCaseInput(db, caseId);
  if (!input.spans.some(({ passages }) => passages.length > 0)) return () => null;
  const judged: CaseToJudge[] = [];
  const evaluate = (assembled: CaseToJudge) => {
    judged.push(assembled);
    return [];
  };
  deriveCase({ ...input, mergedInto: null }, await readSettings(db), evaluate, maskAnswer);
  const [context] = judged.map((each) => contextOf(each));
  return (message) => (context === undefined ? null : retrievedFor(message, context));
}
