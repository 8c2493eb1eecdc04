import type { CaseInput, CaseSpan, CaseToJudge, DerivedCase, Score } from "@/lib/domain/case/case";
import type { Belonging } from "@/lib/domain/trace/identity";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { CaseEvent, Speaker, ToolCall, Utterance } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { deriveCase } from "./derive-case";

/** 2025-11-03T09:00:00Z. */
export const startUs = 1_762_160_400_000_000;
export const minuteUs = 60_000_000;
export const dayUs = 86_400_000_000;

const nobody: Belonging = {
  caseId: "C-1",
  customerId: "cust-1",
  channel: "chat",
  intent: "order.cancel",
  session: "s-1",
  interactionId: null,
  agentKind: "unknown",
  agentId: null,
  caseType: null,
  risk: null,
  region: null,
  team: null,
  release: null,
  runId: null,
  cohort: null,
};

export type SpanOverrides = Partial<Omit<CaseSpan, "belonging">> & {
  readonly at?: number;
  readonly belonging?: Partial<Belonging>;
};

/** A span without content; `at` is its start in minutes after `startUs`, its duration one second. */
export function span(spanId: string, parts: SpanOverrides = {}): CaseSpan {
  const { at = 0, belonging, ...rest } = parts;
  const from = startUs + at * minuteUs;
  return {
    traceId: "t1",
    spanId,
    parentSpanId: null,
    name: "span",
    kind: "other",
    part: "none",
    status: "unset",
    startUs: from,
    endUs: from + 1_000_000,
    model: null,
    promptName: null,
    promptVersion: null,
    toolName: null,
    isToolError: false,
    toolCallId: null,
    failure: null,
    isTextStripped: false,
    system: null,
    input: null,
    output: null,
    caseEvents: [],
    importedScores: [],
    passages: [],
    attributeValues: [],
    usage: null,
    ...rest,
    belonging: { ...nobody, ...belonging },
  };
}

/** An utterance; `calls` are its tool calls. */
export function says(speaker: Speaker, text: string, calls?: readonly ToolCall[]): Utterance {
  return calls === undefined ? { speaker, text } : { speaker, text, toolCalls: calls };
}

/** A turn span with one utterance. */
export function turn(
  at: number,
  speaker: Speaker,
  text: string,
  parts: SpanOverrides = {},
): CaseSpan {
  return span(`turn-${at}`, { at, part: "turn", input: [says(speaker, text)], ...parts });
}

/** A model span: the history, and its answer. */
export function model(
  at: number,
  history: readonly Utterance[],
  answer: readonly Utterance[],
  parts: SpanOverrides = {},
): CaseSpan {
  return span(`model-${at}`, {
    at,
    kind: "llm",
    part: "history",
    input: history,
    output: answer,
    ...parts,
  });
}

/** A tool span. */
export function tool(
  at: number,
  name: string,
  args: string,
  result: string,
  parts: SpanOverrides = {},
): CaseSpan {
  return span(`tool-${at}`, {
    at,
    kind: "tool",
    part: "tool",
    toolName: name,
    input: args,
    output: result,
    ...parts,
  });
}

/** A span with a case event. */
export function eventSpan(at: number, event: Omit<CaseEvent, "atUs">): CaseSpan {
  return span(`event-${event.name}-${at}`, {
    at,
    belonging: { session: null, channel: "unknown" },
    caseEvents: [{ ...event, atUs: startUs + at * minuteUs }],
  });
}

/** The input of case C-1. */
export function inputOf(
  spans: readonly CaseSpan[],
  rest: Partial<Omit<CaseInput, "spans">> = {},
): CaseInput {
  return { caseId: "C-1", spans, records: [], mergedInto: null, silentSpanCount: 0, ...rest };
}

/** The half pseudonym of a word, without a key: its first letters' codes. */
export const testHalfOfName: HalfOfName = (word) =>
  Array.from(word.slice(0, 4), (char) => char.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("")
    .padEnd(8, "f");

/** A `MaskAnswer` without a key. */
export function maskAnswersBy(mask: (answer: string) => string): MaskAnswer {
  return Object.assign(mask, { halfOfName: testHalfOfName });
}

/** Derives case C-1 with the default settings. */
export function derive(
  spans: readonly CaseSpan[],
  rest: Partial<Omit<CaseInput, "spans">> = {},
  evaluate: (assembled: CaseToJudge) => readonly Score[] = () => [],
  maskAnswer: MaskAnswer = maskAnswersBy((answer) => answer),
): DerivedCase {
  return deriveCase(inputOf(spans, rest), defaultSettings, evaluate, maskAnswer);
}

/** The transcript, one line per message: "customer: Hello". */
export function lines(derived: DerivedCase): readonly string[] {
  return derived.messages.map((message) => `${message.speaker}: ${message.text}`);
}
