import type { Declaration } from "./identity";
import type { DataFinding } from "./finding";

export const spanKinds = [
  "llm",
  "tool",
  "retriever",
  "embedding",
  "reranker",
  "agent",
  "chain",
  "guardrail",
  "evaluator",
  "other",
] as const;
export type SpanKind = (typeof spanKinds)[number];

export const speakers = ["customer", "agent", "system", "tool"] as const;
export type Speaker = (typeof speakers)[number];

/** `args` is the JSON text as sent, or "" where none was. */
export type ToolCall = { readonly id: string | null; readonly name: string; readonly args: string };

/** One message as a span carries it. The same words on many spans are one utterance. */
export type Utterance = {
  readonly speaker: Speaker;
  readonly text: string;
  readonly toolCalls?: readonly ToolCall[];
  /** On a tool's answer: the call it answers. */
  readonly toolCallId?: string;
  /** The author's or the tool's name, where the message says it. */
  readonly name?: string;
  /** Only where the source times each message itself (a voice call's transcript). */
  readonly atUs?: number;
};

/** A span's input or output: messages where it carried some, else plain text. */
export type Content = readonly Utterance[] | string;

/**
 * How a span's input and output take part in the conversation.
 * `history`: input is the conversation so far, output is what the model said next.
 * `turn`: each utterance was said once, at this span (speech turns, plain message spans, call transcripts).
 * `tool`: input is the call's arguments, output its result.
 * `summary`: text that repeats what other spans say in detail (an agent's or chain's input and output);
 *   read as a turn only where the interaction has nothing better.
 * `none`: nothing was said here (embeddings, guardrails, classifiers of one's own).
 */
export const conversationParts = ["history", "turn", "tool", "summary", "none"] as const;
export type ConversationPart = (typeof conversationParts)[number];

export const caseEventNames = [
  "opened",
  "closed",
  "reopened",
  "note_read",
  "note_written",
  "sla_paused",
  "sla_resumed",
  "sla_due",
  "escalated",
  "csat",
] as const;
export type CaseEventName = (typeof caseEventNames)[number];

/** Something that happened to the case itself, at the time of the span or span event that says so. */
export type CaseEvent = {
  readonly name: CaseEventName;
  readonly atUs: number;
  readonly closureMethod?: string;
  readonly closureEvidence?: string;
  readonly csat?: number;
  readonly reason?: string;
  /** On `sla_due`: by when the case has to be resolved, as was said at `atUs`. */
  readonly dueUs?: number;
};

/** A score somebody else's evaluator gave, kept as it came. */
export type ImportedScore = {
  readonly name: string;
  readonly value: number | null;
  readonly label: string | null;
  readonly because: string | null;
  readonly annotator: string | null;
  /** What it was given to. */
  readonly scope: "span" | "trace" | "session";
  readonly targetSpanId: string | null;
};

/** A passage that a retriever returned. */
export type Passage = {
  readonly id: string | null;
  readonly text: string | null;
  readonly score: number | null;
};

/** What a span says, whatever instrumentation wrote it. */
export type Reading = {
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly declared: Declaration;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly toolName: string | null;
  /** A tool that says of itself that it failed, beside the span's status. */
  readonly isToolError: boolean;
  /** The instructions the model was given, where they are not among the input messages. */
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly passages: readonly Passage[];
  readonly caseEvents: readonly CaseEvent[];
  readonly importedScores: readonly ImportedScore[];
  /** Attribute keys whose words stand in `system`, `input`, `output` or `passages`: not stored a second time. */
  readonly consumed: readonly string[];
  readonly findings: readonly DataFinding[];
};
