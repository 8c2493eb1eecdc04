import type { CaseSpan } from "@/lib/domain/case/case";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { Content, Utterance } from "@/lib/domain/trace/reading";

/** Maps a customer's utterance, given the agent's before it in the same span, if any. */
type Visit = (utterance: Utterance, question: string | null) => Utterance;

/**
 * Makes the copies of an answer equal: a span that holds the question masks it, a span that holds the answer alone
 * may not. A copy whose masking after that question equals the masked copy is replaced by it.
 * @param spans sorted
 */
export function canonicaliseAnswers(
  spans: readonly CaseSpan[],
  maskAnswer: MaskAnswer,
): readonly CaseSpan[] {
  const questions = findQuestions(spans);
  if (questions.size === 0) return spans;
  const known = new Map<string, string>();
  const canonicalise = (text: string): string => {
    const found = known.get(text) ?? findCopy(text, questions, maskAnswer);
    known.set(text, found);
    return found;
  };
  const canonical = new WeakMap<Utterance, Utterance>();
  const visit: Visit = (utterance, question) => {
    if (question !== null) return utterance;
    const text = canonicalise(utterance.text);
    if (text === utterance.text) return utterance;
    const copy = canonical.get(utterance) ?? { ...utterance, text };
    canonical.set(utterance, copy);
    return copy;
  };
  return spans.map((span) => {
    if (span.part === "none" || span.part === "tool") return span;
    const input =
      typeof span.input === "string" ? canonicalise(span.input) : mapCustomer(span.input, visit);
    const output = typeof span.output === "string" ? span.output : mapCustomer(span.output, visit);
    return input === span.input && output === span.output ? span : { ...span, input, output };
  });
}

/** Every masked answer of a customer with the questions before it in any span. */
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

/** Cheap pre-check: the text before the first pseudonym and after the last is unchanged. */
function mayBecome(text: string, masked: string): boolean {
  const first = masked.indexOf("<");
  return (
    text.startsWith(masked.slice(0, first)) &&
    text.endsWith(masked.slice(masked.lastIndexOf(">") + 1))
  );
}

/** @returns the same object if no utterance changed */
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
