import type { HashWords } from "@/lib/cases/labels/anchor-place";
import { findAnchor } from "@/lib/cases/labels/find-anchor";
import type { Verdict } from "@/lib/domain/case/case";
import type { Judgement, JudgedVerdict, JudgeScore } from "@/lib/domain/quality/judgement";
import type { LabelPlace } from "@/lib/domain/quality/label";
import { questionAt } from "./question-at";
import { hashShown } from "./hash-question";
import type { Judged, JudgeTarget } from "./judge-question";
import { rubrics } from "./rubrics";
import type { Rubric } from "./rubric";

/**
 * Attaches stored judgements to a case as currently derived: with quotes if its messages are
 * unchanged, as stale if they changed, not at all if the target is gone.
 * @param judgements of the case
 * @returns per evaluator, target and model the newest that fits best
 */
export function attachJudgements(
  judged: Judged,
  judgements: readonly Judgement[],
  hash: HashWords,
): readonly JudgeScore[] {
  const newest = new Map<string, JudgeScore>();
  for (const judgement of judgements.toSorted((a, b) => a.atUs - b.atUs)) {
    const score = attach(judged, judgement, hash);
    if (score === null) continue;
    const key = JSON.stringify([score.evaluator, score.model, score.target]);
    const known = newest.get(key);
    if (known === undefined || known.isStale || !score.isStale) newest.set(key, score);
  }
  return [...newest.values()];
}

function attach(judged: Judged, judgement: Judgement, hash: HashWords): JudgeScore | null {
  const { evaluator, rubric: version, model, verdict } = judgement;
  const rubric = rubrics.find((each) => each.evaluator === evaluator);
  const place = findAnchor(judged, judgement.anchor, hash);
  const target = place === null || rubric === undefined ? null : targetAt(place, rubric);
  if (target === null || rubric === undefined) return null;
  const question = questionAt(rubric, judged, target);
  const isStale = question === null || hashShown(question, hash) !== judgement.wordsHash;
  const places = isStale ? [] : question.shown.map(({ ordinal }) => ordinal);
  const said = { evaluator, rubric: version, model, target, isStale };
  return { ...said, verdict: inCase(verdict, places) };
}

function targetAt(place: LabelPlace, { target: kind }: Rubric): JudgeTarget | null {
  return place.kind === kind ? { kind, ordinal: place.ordinal } : null;
}

/** @param places ordinals of the messages shown; empty if the quotes no longer fit */
function inCase(verdict: JudgedVerdict, places: readonly number[]): Verdict {
  if (verdict.status !== "scored") return verdict;
  const evidence = verdict.evidence.flatMap(({ shown, start, end }) => {
    const message = places[shown];
    return message === undefined ? [] : [{ message, start, end }];
  });
  return { ...verdict, evidence };
}
