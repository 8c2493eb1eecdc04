import type { CaseSpan } from "@/lib/domain/case/case";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { Content, Utterance } from "@/lib/domain/trace/reading";

/** A customer's words, and the agent's before them, if their span has them. */
type Visit = (utterance: Utterance, question: string | null) => Utterance;

/**
 * Makes the copies of an answer equal: it is masked where its span holds the question before it, and may stand
 * readable in a span that holds the answer alone. What masking that copy after that question gives is the other.
 * @param spans sorted
 */
export function canonicaliseAnswers(
  spans: readonly CaseSpan[],
  maskAnswer: MaskAnswer,
): readonly CaseSpan[] {
  const questions = findQuestions(spans);
  if (questions.size === 0) return spans;
  const known = new Map<string, string>();
  const level = (text: string): string => {
    const found = known.get(text) ?? findCopy(text, questions, maskAnswer);
    known.set(text, found);
    return found;
  };
  const levelled = new WeakMap<Utterance, Utterance>();
  const visit: Visit = (utterance, question) => {
    if (question !== null) return utterance;
    const text = level(utterance.text);
    if (text === utterance.text) return utterance;
    const copy = levelled.get(utterance) ?? { ...utterance, text };
    levelled.set(utterance, copy);
    return copy;
  };
  return spans.map((span) => {
    if (span.part === "none" || span.part === "tool") return span;
    const input =
      typeof span.input === "string" ? level(span.input) : mapCustomer(span.input, visit);
    const output = typeof span.output === "string" ? span.output : mapCustomer(span.output, visit);
    return input === span.input && output === span.output ? span : { ...span, input, output };
  });
}

/** Every masked answer of a customer with the questions that stand before it in some span. */
function findQuestions(spans: readonly CaseSpan[]): ReadonlyMap<string, ReadonlySet<string>> {
  const questions = new Map<string, Set<string>>();
  const note: Visit = (utterance, question) => {
    if (question === null || !utterance.text.includes("<")) return utterance;
    const known = questions.get(utterance.text);
    if (known === undefined) questions.set(utterance.text, new Set([question]));
    else known.add(question);
    return utterance;
  };
  for (const { input, output } of spans) {
    if (typeof input !== "string") mapCustomer(input, note);
    if (typeof output !== "string") mapCustomer(output, note);
  }
  return questions;
}

function findCopy(
  text: string,
  questions: ReadonlyMap<string, ReadonlySet<string>>,
  maskAnswer: MaskAnswer,
): string {
  if (questions.has(text)) return text;
  for (const [masked, asked] of questions) {
    if (!mayBecome(text, masked)) continue;
    for (const question of asked) if (maskAnswer(text, question) === masked) return masked;
  }
  return text;
}

/** Cheap, and true of nearly no other: what stands before the first mask and behind the last stays. */
function mayBecome(text: string, masked: string): boolean {
  const first = masked.indexOf("<");
  return (
    text.startsWith(masked.slice(0, first)) &&
    text.endsWith(masked.slice(masked.lastIndexOf(">") + 1))
  );
}

/** @returns the content itself where no utterance changed */
function mapCustomer(content: Exclude<Content, string> | null, visit: Visit): typeof content {
  if (content === null) return null;
  let question: string | null = null;
  let mapped: Utterance[] | null = null;
  for (const [index, utterance] of content.entries()) {
    const { speaker, text } = utterance;
    if (text === "") continue;
    if (speaker === "customer") {
      const next = visit(utterance, question);
      if (next !== utterance) (mapped ??= [...content])[index] = next;
    }
    if (speaker === "agent") question = text;
    else if (speaker === "customer") question = null;
  }
  return mapped ?? content;
}
