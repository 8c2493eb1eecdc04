import type { HashWords } from "@/lib/cases/labels/anchor-place";
import type { JudgeQuestion } from "./judge-question";

/** A hash over the messages that a question shows, and what it is about. */
export function hashShown({ record }: JudgeQuestion, hash: HashWords): string {
  return hash(JSON.stringify(record));
}

/** A hash over everything that an answer depends on: the same is never asked twice. */
export function hashQuestion(question: JudgeQuestion, model: string, hash: HashWords): string {
  const { rubric, record, passages } = question;
  return hash(JSON.stringify([rubric.evaluator, rubric.version, model, record, passages]));
}
