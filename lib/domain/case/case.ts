import type { CaseRecord } from "./case-record";
import type { Channel } from "../trace/channel";
import type { DataFinding } from "../trace/finding";
import type { AgentKind, Belonging, Risk } from "../trace/identity";
import type { KeyedValue, LeakedValues, SpanValues } from "../privacy/personal-values";
import type {
  CaseEvent,
  Content,
  ConversationPart,
  ImportedScore,
  Passage,
  Speaker,
  SpanKind,
  ToolCall,
} from "../trace/reading";
import type { SpanKey, SpanStatus } from "../trace/span";

/** A stored span as case derivation reads it. Utterances that are the same words are the same object. */
export type CaseSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly status: SpanStatus;
  readonly startUs: number;
  readonly endUs: number;
  readonly belonging: Belonging;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly toolName: string | null;
  readonly isToolError: boolean;
  readonly isTextStripped: boolean;
  /** The instructions the model was given, where they are not among the input messages. */
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly caseEvents: readonly CaseEvent[];
  readonly importedScores: readonly ImportedScore[];
  readonly passages: readonly Passage[];
  /** Personal values beside its words: in attributes, events, the resource. */
  readonly attributeValues: readonly KeyedValue[];
};

/** One utterance, once, at its place in the case. */
export type Message = {
  /** Position in the case, from 0. */
  readonly ordinal: number;
  /** Position of its interaction in the case, from 0. */
  readonly interaction: number;
  readonly speaker: Speaker;
  /** Whose words they are where the speaker is the agent; `unknown` otherwise. */
  readonly agentKind: AgentKind;
  readonly agentId: string | null;
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** On a tool's answer. */
  readonly tool: { readonly name: string; readonly args: string; readonly isError: boolean } | null;
  readonly atUs: number;
  /** The spans it was read from, first first; at most a handful are kept, `spanCount` counts all. */
  readonly spans: readonly SpanKey[];
  /** The prompt's or template's own name; agents on several channels may share one. */
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly model: string | null;
};

/** One contact on one channel: a touchpoint, if the customer took part. */
export type Interaction = {
  readonly ordinal: number;
  /** As given, or null where it was cut by silence. */
  readonly interactionId: string | null;
  readonly channel: Channel;
  readonly startUs: number;
  readonly endUs: number;
  /** False for an outbound notification that nobody answered. */
  readonly isTouchpoint: boolean;
  /** Kinds of agent that spoke, in order of first words. */
  readonly agentKinds: readonly AgentKind[];
  readonly agentIds: readonly string[];
  readonly initiator: "customer" | "agent" | "unknown";
  readonly promptVersions: readonly string[];
  readonly models: readonly string[];
  readonly releases: readonly string[];
  /** Of whoever served last: of the last person whose team is named, else of the last AI; null: nobody said. */
  readonly team: string | null;
  readonly messageCount: number;
  readonly spanCount: number;
  /** Spans whose words were removed before they reached us: stripped, not silent. */
  readonly strippedCount: number;
  readonly isTransferred: boolean;
};

export const handoffKinds = [
  "channel-switch",
  "return",
  "ai-to-human",
  "human-to-ai",
  "transfer",
] as const;
export type HandoffKind = (typeof handoffKinds)[number];

/** A boundary between interactions, or between agents inside one. */
export type Handoff = {
  readonly ordinal: number;
  readonly fromInteraction: number;
  /** The same as `fromInteraction` where agents changed inside one contact. */
  readonly toInteraction: number;
  readonly kind: HandoffKind;
  readonly isChannelChanged: boolean;
  readonly fromKind: AgentKind;
  readonly toKind: AgentKind;
  /** The team of whoever took over; null: nobody said. */
  readonly toTeam: string | null;
  readonly initiator: "customer" | "agent" | "unknown";
  readonly gapUs: number;
  /** First message after the boundary. */
  readonly atMessage: number;
};

export const closureMethods = [
  "agent_resolve",
  "customer_confirm",
  "system_action_verified",
  "operator_console",
  "auto_resolve_inactivity",
  "automation_rule",
  "followup_sequence_end",
  "merged",
  "unknown",
] as const;
export type ClosureMethod = (typeof closureMethods)[number];

/** Strongest first. */
export const closureEvidences = ["verified", "confirmed", "judged", "assumed", "none"] as const;
export type ClosureEvidence = (typeof closureEvidences)[number];

export type Closure = {
  readonly method: ClosureMethod;
  readonly evidence: ClosureEvidence;
  /** One sentence that names what the evidence is. */
  readonly because: string;
  readonly quotes: readonly Evidence[];
};

/**
 * Where the proof stands: a message and UTF-16 offsets into its text (`end` exclusive), or a span, with the
 * values in it that were masked at ingest where they are the proof.
 */
export type Evidence =
  | { readonly message: number; readonly start: number; readonly end: number }
  | { readonly span: SpanKey; readonly leaked?: readonly LeakedValues[] };

/** Words of a message. */
export type Quote = Extract<Evidence, { readonly message: number }>;

/** How and when a case ended, as far as one knows. */
export type CaseClosing = {
  readonly atUs: number;
  /** `inferred`: silent for the channel's idle days; nobody said so. */
  readonly from: "event" | "record" | "inferred";
};

/** An intent that nobody declared, told by the workspace's cases that declare theirs. */
export type InferredIntent = {
  readonly intent: string;
  /** How likely it is the right one, 0 to 1. */
  readonly confidence: number;
  readonly because: string;
};

/** Everything about a case that its own spans, records and the settings say. Nothing in it depends on the clock. */
export type DerivedCase = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  /** As declared. */
  readonly intent: string | null;
  /** What the customer's words say it is where none is declared; null where they do not tell. */
  readonly inferredIntent: InferredIntent | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  /** Of whoever served it, each once, in the order in which they were first said. */
  readonly teams: readonly string[];
  readonly messages: readonly Message[];
  readonly interactions: readonly Interaction[];
  readonly handoffs: readonly Handoff[];
  readonly scores: readonly Score[];
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  readonly closing: CaseClosing | null;
  /** The first contact or event that reopened it after a closing. */
  readonly reopenedUs: number | null;
  readonly closure: Closure;
  readonly csat: number | null;
  readonly mergedInto: string | null;
  readonly spanCount: number;
  readonly releases: readonly string[];
  /** In time order; when the case is due stands once for each due date that was said. */
  readonly caseEvents: readonly CaseEvent[];
  readonly findings: readonly DataFinding[];
};

/** A case put together and not yet judged: what evaluators read. */
export type AssembledCase = Omit<DerivedCase, "scores" | "closure" | "inferredIntent">;

/** What a retriever returned in a contact. */
export type Retrieval = {
  /** Position of the contact in the case, from 0. */
  readonly interaction: number;
  readonly atUs: number;
  /** Null where no span says it. */
  readonly span: SpanKey | null;
  readonly passages: readonly Passage[];
};

/** A case as it is judged: with what is not stored with it, because its spans have it. */
export type CaseToJudge = AssembledCase & {
  readonly retrievals: readonly Retrieval[];
  /** Of the spans that bear a personal value, or say that their contact cannot be read for any. */
  readonly spanValues: readonly SpanValues[];
};

/** What a case is derived from. */
export type CaseInput = {
  readonly caseId: string;
  readonly spans: readonly CaseSpan[];
  readonly records: readonly CaseRecord[];
  /** The case a person or the CRM merged this one into. */
  readonly mergedInto: string | null;
  /** Spans of the case that say nothing and were not loaded: they count, no more. */
  readonly silentSpanCount: number;
};

/** The verdict as stored: who gave it, in which version, to what. */
export type Score = {
  readonly evaluator: string;
  /** "imported" where it came inside the traces. */
  readonly version: number | "imported";
  readonly target: ScoreTarget;
  readonly verdict: Verdict;
};

export type ScoreTarget =
  | { readonly kind: "case" }
  | { readonly kind: "interaction"; readonly ordinal: number }
  | { readonly kind: "handoff"; readonly ordinal: number }
  | { readonly kind: "message"; readonly ordinal: number }
  | { readonly kind: "span"; readonly span: SpanKey };

export type Verdict =
  | {
      readonly status: "scored";
      /** 0 to 1; which way is better is the evaluator's `direction`. */
      readonly value: number;
      readonly because: string;
      readonly evidence: readonly Evidence[];
    }
  /** The situation never arose. */
  | { readonly status: "not-applicable"; readonly because: string }
  /** It arose and cannot be judged; counted apart, never as pass or fail. */
  | { readonly status: "not-scorable"; readonly because: string };
