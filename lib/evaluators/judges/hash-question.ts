import type { HashWords } from "@/lib/cases/labels/anchor-place";
import type { JudgeQuestion } from "./judge-question";

/** Hash of the messages that a question shows and of its target. */
export function hashShown({ record }: JudgeQuestion, hash: HashWords): string {
  return hash(JSON.stringify(record));
}

/** Hash of everything that an answer depends on, so that no question is sent twice. */
export function hashQuestion(question: JudgeQuestion, model: string, hash: HashWords): string {
  const { rubric, record, passages } = question;
  return hash(JSON.stringify([rubric.evaluator, rubric.version, model, record, passages]));
}
