import type { CaseSpan } from "@/lib/domain/case/case";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { isParty, type Content } from "@/lib/domain/trace/reading";

/**
 * Masks customers' answers in prompts whose messages came one by one as log events: there each message was masked by
 * itself, or after what came before it then.
 */
export function maskEventAnswers(
  spans: readonly CaseSpan[],
  maskAnswer: MaskAnswer,
): readonly CaseSpan[] {
  const known = new Map<string, string>();
  const mask = (text: string, question: string): string => {
    const key = JSON.stringify([text, question]);
    const masked = known.get(key) ?? maskAnswer(text, question);
    known.set(key, masked);
    return masked;
  };
  return spans.map((span) =>
    span.hasEventWords === true ? { ...span, input: maskInput(span.input, mask) } : span,
  );
}

function maskInput(
  input: Content | null,
  maskAnswer: (text: string, question: string) => string,
): Content | null {
  if (input === null || typeof input === "string") return input;
  let question: string | null = null;
  return input.map((utterance) => {
    const { speaker, text } = utterance;
    if (text === "" || !isParty[speaker]) return utterance;
    const before = question;
    question = speaker === "agent" ? text : null;
    if (speaker !== "customer" || before === null) return utterance;
    const masked = maskAnswer(text, before);
    return masked === text ? utterance : { ...utterance, text: masked };
  });
}
