import type { JudgedVerdict } from "@/lib/domain/quality/judgement";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { instructions } from "@/lib/evaluators/judges/instructions";
import type { JudgeQuestion } from "@/lib/evaluators/judges/judge-question";
import { readAnswer } from "@/lib/evaluators/judges/read-answer";
import { callModel, type ModelAnswer, type JudgeDependencies } from "./call-model";
import type { JudgeSettings } from "./judge-settings";

/** The model's connection and the maskers of outgoing text. */
export type Judge = {
  readonly settings: JudgeSettings;
  readonly dependencies: JudgeDependencies;
  /** Masks a text, a JSON document leaf by leaf. */
  readonly mask: (text: string) => string;
  /** The one that ingest masks with. */
  readonly maskAnswer: MaskAnswer;
};

export type JudgedOne =
  | { readonly kind: "judged"; readonly verdict: JudgedVerdict }
  | Exclude<ModelAnswer, { readonly kind: "answered" }>;

/** About 33,000 tokens: few local models accept more. */
const recordMax = 100_000;
const tries = 2;

/**
 * Sends one question to the model. An invalid answer is retried once; after a second one the question is not
 * scorable.
 */
export async function judgeOne(
  question: JudgeQuestion,
  { settings, dependencies, mask }: Judge,
): Promise<JudgedOne> {
  const { rubric, record, passages } = question;
  const shown = passages.length === 0 ? record : { ...record, passages };
  // Stored text is masked already; newer rules may find more.
  const sent = mask(JSON.stringify(shown));
  if (sent.length > recordMax) return notScorable("The words are too many to send to a model.");
  const prompt = { instructions: instructions(rubric), record: sent };
  let problem = "";
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = await callModel(prompt, settings, dependencies);
    if (answer.kind !== "answered") return answer;
    const read = readAnswer(answer.text ?? "", question);
    if (read.isValid) {
      const because = mask(read.verdict.because);
      return { kind: "judged", verdict: { ...read.verdict, because } };
    }
    problem = read.problem;
  }
  return notScorable(`The model's answer was refused twice: ${problem}.`);
}

function notScorable(because: string): JudgedOne {
  return { kind: "judged", verdict: { status: "not-scorable", because } };
}
