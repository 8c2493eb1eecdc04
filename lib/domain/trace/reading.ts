import type { Declaration } from "./identity";
import type { DataFinding } from "./finding";
import type { RepliedUsage } from "./replied-usage";

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

/** What spans of a kind are like. */
export const spanTraits: Readonly<
  Record<
    SpanKind,
    {
      /** `frame`: around the work of others. `step`: its texts are arguments, results and documents, not said to anybody. */
      readonly form: "call" | "frame" | "step";
      /** Its input is texts rather than a conversation. */
      readonly takesTexts: boolean;
      readonly hasModel: boolean;
    }
  >
> = {
  llm: { form: "call", takesTexts: false, hasModel: true },
  tool: { form: "step", takesTexts: false, hasModel: false },
  retriever: { form: "step", takesTexts: true, hasModel: false },
  embedding: { form: "step", takesTexts: true, hasModel: true },
  reranker: { form: "step", takesTexts: true, hasModel: true },
  agent: { form: "frame", takesTexts: false, hasModel: false },
  chain: { form: "frame", takesTexts: false, hasModel: false },
  guardrail: { form: "step", takesTexts: false, hasModel: false },
  evaluator: { form: "step", takesTexts: false, hasModel: false },
  other: { form: "frame", takesTexts: false, hasModel: false },
};

export const speakers = ["customer", "agent", "system", "tool"] as const;
export type Speaker = (typeof speakers)[number];

/** Whether a speaker takes part in the conversation rather than instructs or answers a model. */
export const isParty: Readonly<Record<Speaker, boolean>> = {
  customer: true,
  agent: true,
  system: false,
  tool: false,
};

/** `args` is the JSON text as sent, or "". */
export type ToolCall = { readonly id: string | null; readonly name: string; readonly args: string };

/** One message of a span. Equal messages on many spans are one object. */
export type Utterance = {
  readonly speaker: Speaker;
  readonly text: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly toolCallId?: string;
  /** True for a tool's answer that says that the tool failed. */
  readonly isError?: boolean;
  /** The author's or the tool's name, if stated. */
  readonly name?: string;
  /** The role as sent, only if no convention knows it: the settings then say who speaks, else it is the agent. */
  readonly role?: string;
  /** Only if the source has a time per message (a voice call's transcript). */
  readonly atUs?: number;
  /** Which of several alternative replies to one request it is, from 0; at most one of them was sent. */
  readonly choice?: number;
};

/** A span's input or output: messages, or plain text. */
export type Content = readonly Utterance[] | string;

/**
 * Part of a span in the conversation. `history`: input is the conversation so far, output is the model's answer.
 * `turn`: each utterance was said once, at this span (speech turns, plain message spans, call transcripts). `tool`:
 * input is the call's arguments, output its result. `summary`: text that repeats other spans in detail (an agent's or
 * chain's input and output); read as a turn only if the interaction has nothing better. `none`: nothing was said here
 * (embeddings, guardrails, classifiers). `event`: the words of a log record, which belong to the parent; spans are read
 * joined with these (see `joinEvents`).
 */
export const conversationParts = ["history", "turn", "tool", "summary", "none", "event"] as const;
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
  "disclosed",
] as const;
export type CaseEventName = (typeof caseEventNames)[number];

/** An event of the case, at the time of the span or span event that states it. */
export type CaseEvent = {
  readonly name: CaseEventName;
  readonly atUs: number;
  readonly closureMethod?: string;
  readonly closureEvidence?: string;
  readonly csat?: number;
  readonly reason?: string;
  /** On `sla_due`: the due date stated at `atUs`. */
  readonly dueUs?: number;
  /** On `disclosed`, a disclosure given outside the words: what it gives, "call-is-recorded", where, and its words. */
  readonly gives?: string;
  readonly medium?: string;
  readonly text?: string;
  /** On `disclosed` in a derived case: the position of the contact in which it was given, from 0. */
  readonly interaction?: number;
};

/** A score by an external evaluator, unchanged. */
export type ImportedScore = {
  readonly name: string;
  readonly value: number | null;
  readonly label: string | null;
  readonly because: string | null;
  readonly annotator: string | null;
  /** Its target. */
  readonly scope: "span" | "trace" | "session";
  readonly targetSpanId: string | null;
};

/** A passage returned by a retriever. */
export type Passage = {
  readonly id: string | null;
  readonly text: string | null;
  readonly score: number | null;
};

/** A span's content, independent of its instrumentation. */
export type Reading = {
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly declared: Declaration;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly toolName: string | null;
  /** A tool that reports an error, besides the span's status. */
  readonly isToolError: boolean;
  /** The id of the call that a tool span runs. */
  readonly toolCallId: string | null;
  /** Why a tool failed, if it or its span says so. */
  readonly failure: string | null;
  /** What a model's reply reports of usage. */
  readonly usage: RepliedUsage | null;
  /** The model's instructions, if not among the input messages. */
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly passages: readonly Passage[];
  readonly caseEvents: readonly CaseEvent[];
  readonly importedScores: readonly ImportedScore[];
  /** Attribute keys whose text is in `system`, `input`, `output` or `passages`, and which are not stored again. */
  readonly consumed: readonly string[];
  readonly findings: readonly DataFinding[];
};
