import { questionAt } from "./question-at";
import type { Judged, JudgeQuestion, JudgeTarget, PassagesFor } from "./judge-question";
import type { Rubric } from "./rubric";

/**
 * The judge questions of a rubric for each matching target of a case, in order.
 * @param passagesFor retrieved passages of a message, for rubrics about answers
 */
export function questionsFor(
  rubric: Rubric,
  judged: Judged,
  passagesFor: PassagesFor,
): readonly JudgeQuestion[] {
  return targetsOf(rubric, judged).flatMap((target) => {
    if (target.kind !== "message") return questionAt(rubric, judged, target) ?? [];
    const message = judged.messages[target.ordinal];
    const retrieved = message === undefined ? null : passagesFor(message);
    const passages = (retrieved ?? []).flatMap(({ text }) => (text === null ? [] : [text]));
    const question = passages.length === 0 ? null : questionAt(rubric, judged, target);
    return question === null ? [] : { ...question, passages };
  });
}

function targetsOf({ target: kind }: Rubric, judged: Judged): readonly JudgeTarget[] {
  const places = {
    interaction: judged.interactions,
    handoff: judged.handoffs,
    message: judged.messages,
  }[kind];
  return places.map(({ ordinal }) => ({ kind, ordinal }));
}
