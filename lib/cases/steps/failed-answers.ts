import type { CaseSpan } from "@/lib/domain/case/case";
import type { Content, Utterance } from "@/lib/domain/trace/reading";
import { callsIn } from "./name-tools";

/** A tool's answer that says that the tool failed, in a prompt or in the messages of a run. */
export type FailedAnswer = {
  readonly traceId: string;
  readonly callId: string | null;
  readonly toolName: string | null;
  readonly text: string;
  /** The first that holds it. */
  readonly span: CaseSpan;
};

/** The answers of a case that say that a tool failed, each once for a trace. */
export function failedAnswersIn(spans: readonly CaseSpan[]): readonly FailedAnswer[] {
  const found = new Map<string, FailedAnswer>();
  for (const span of spans) {
    if (span.part === "none") continue;
    for (const content of [span.input, span.output]) {
      for (const one of utterancesOf(content)) {
        if (one.speaker !== "tool" || one.isError !== true) continue;
        const answer = answerOf(one, content, span);
        const key = JSON.stringify([answer.traceId, answer.callId, answer.toolName, answer.text]);
        if (!found.has(key)) found.set(key, answer);
      }
    }
  }
  return [...found.values()];
}

function utterancesOf(content: Content | null): readonly Utterance[] {
  return content === null || typeof content === "string" ? [] : content;
}

function answerOf(
  { toolCallId, name, text }: Utterance,
  content: Content | null,
  span: CaseSpan,
): FailedAnswer {
  const called = callsIn(content).find(({ id }) => id !== null && id === toolCallId)?.name;
  const callId = toolCallId ?? null;
  const toolName = called ?? name ?? null;
  return { traceId: span.traceId, callId, toolName, text, span };
}

/** Whether a tool's span is of the call that an answer is to: by its id, else by the tool's name and its result. */
export function isSameAnswer(answer: FailedAnswer, span: CaseSpan): boolean {
  if (answer.traceId !== span.traceId) return false;
  if (span.toolCallId !== null) return span.toolCallId === answer.callId;
  return (
    span.toolName === answer.toolName &&
    (span.output === null || squeezed(span.output) === squeezed(answer.text))
  );
}

function squeezed(content: Content): string {
  const text = typeof content === "string" ? content : content.map((one) => one.text).join("\n");
  return text.replaceAll(/\s+/g, "");
}
