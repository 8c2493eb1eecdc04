import type { CaseFailure } from "./case-failure";
import type { CaseRecord } from "./case-record";
import type { Channel } from "../trace/channel";
import type { DataFinding } from "../trace/finding";
import type { AgentKind, Belonging, Risk } from "../trace/identity";
import type { CaseValue, KeyedValue, LeakedValues, SpanValues } from "../privacy/personal-values";
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
import type { ModelUsage, UsageTotal } from "../trace/model-usage";
import type { SpanKey, SpanStatus } from "../trace/span";

/** A stored span as case derivation reads it. Equal utterances are the same object. */
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
  /** The id of the call that a tool span runs. */
  readonly toolCallId: string | null;
  /** Why it failed, if it did and says so. */
  readonly failure: string | null;
  readonly isTextStripped: boolean;
  /** The model's instructions, if not among the input messages. */
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly caseEvents: readonly CaseEvent[];
  readonly importedScores: readonly ImportedScore[];
  readonly passages: readonly Passage[];
  /** Personal values outside its text: in attributes, events, the resource. */
  readonly attributeValues: readonly KeyedValue[];
  /** What a model call says that it used; null: nothing. */
  readonly usage: ModelUsage | null;
  /** True where its words came as log events. */
  readonly hasEventWords?: boolean;
};

export type Message = {
  /** Position in the case, from 0. */
  readonly ordinal: number;
  /** Position of its interaction in the case, from 0. */
  readonly interaction: number;
  readonly speaker: Speaker;
  /** The kind of the speaking agent; `unknown` for other speakers. */
  readonly agentKind: AgentKind;
  readonly agentId: string | null;
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** Set on a tool's result. */
  readonly tool: { readonly name: string; readonly args: string; readonly isError: boolean } | null;
  readonly atUs: number;
  /** The first few spans it was read from; `spanCount` counts all. */
  readonly spans: readonly SpanKey[];
  /** The prompt's or template's name, which agents on several channels may share. */
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly model: string | null;
};

/** One contact on one channel; a touchpoint if the customer took part. */
export type Interaction = {
  readonly ordinal: number;
  /** As declared, or null if split by silence. */
  readonly interactionId: string | null;
  readonly channel: Channel;
  readonly startUs: number;
  readonly endUs: number;
  /** False for an outbound notification without a reply. */
  readonly isTouchpoint: boolean;
  /** Kinds of agents in order of their first message. */
  readonly agentKinds: readonly AgentKind[];
  readonly agentIds: readonly string[];
  readonly initiator: "customer" | "agent" | "unknown";
  readonly promptVersions: readonly string[];
  readonly models: readonly string[];
  readonly releases: readonly string[];
  /** Team of the last human agent with a known team, else of the last AI agent; null if unknown. */
  readonly team: string | null;
  readonly messageCount: number;
  readonly spanCount: number;
  /** Spans whose text was removed before ingest. */
  readonly strippedCount: number;
  readonly isTransferred: boolean;
  /** It was transferred, and none of its messages is by whoever took it over. */
  readonly isPassedOn: boolean;
  /**
   * Number of the account that it is about among the case's, from 0: contacts that name different accounts, e-mail
   * addresses or phone numbers and none of the same are about different ones.
   */
  readonly account: number;
};

export const handoffKinds = [
  "channel-switch",
  "return",
  "ai-to-human",
  "human-to-ai",
  "transfer",
] as const;
export type HandoffKind = (typeof handoffKinds)[number];

/** A transition between interactions, or between agents inside one. */
export type Handoff = {
  readonly ordinal: number;
  readonly fromInteraction: number;
  /** Equals `fromInteraction` for a change of agents inside one contact. */
  readonly toInteraction: number;
  readonly kind: HandoffKind;
  readonly isChannelChanged: boolean;
  readonly fromKind: AgentKind;
  readonly toKind: AgentKind;
  /** Team of the agent who took over; null if unknown. */
  readonly toTeam: string | null;
  readonly initiator: "customer" | "agent" | "unknown";
  readonly gapUs: number;
  /** The first message after the handoff. */
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
  readonly because: string;
  readonly quotes: readonly Evidence[];
};

/**
 * Position of the evidence: a message with UTF-16 offsets into its text (`end` exclusive), or a span, with the values
 * masked at ingest if those are the evidence.
 */
export type Evidence =
  | { readonly message: number; readonly start: number; readonly end: number }
  | { readonly span: SpanKey; readonly leaked?: readonly LeakedValues[] };

/** A range of a message's text. */
export type Quote = Extract<Evidence, { readonly message: number }>;

/** How and when a case was closed. */
export type CaseClosing = {
  readonly atUs: number;
  /** `inferred`: silent for the channel's idle days, not stated by anyone. */
  readonly from: "event" | "record" | "inferred";
};

/** An intent inferred from the workspace's cases that declare theirs. */
export type InferredIntent = {
  readonly intent: string;
  /** Probability that it is correct, 0 to 1. */
  readonly confidence: number;
  readonly because: string;
};

/** Everything derived from a case's spans, records and the settings. Independent of the clock. */
export type DerivedCase = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  /** As declared. */
  readonly intent: string | null;
  /** Inferred from the customer's text if none is declared; null if unknown. */
  readonly inferredIntent: InferredIntent | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  /** Distinct teams that served it, in order of first mention. */
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
  /** In order of time; one event per stated due date. */
  readonly caseEvents: readonly CaseEvent[];
  readonly findings: readonly DataFinding[];
  /** Where its personal values were, in the order of its spans. */
  readonly personalValues: readonly CaseValue[];
  /** What its model calls used. */
  readonly usage: UsageTotal;
  /** The steps that failed in it. */
  readonly failures: readonly CaseFailure[];
};

/** A case before it is scored: the input of evaluators. */
export type AssembledCase = Omit<
  DerivedCase,
  "scores" | "closure" | "inferredIntent" | "personalValues" | "usage" | "failures"
>;

/** One retriever call in a contact. */
export type Retrieval = {
  /** Position of the contact in the case, from 0. */
  readonly interaction: number;
  readonly atUs: number;
  /** Null if no span states it. */
  readonly span: SpanKey | null;
  readonly passages: readonly Passage[];
};

/** A case with data that is not stored with it but read from its spans. */
export type CaseToJudge = AssembledCase & {
  readonly retrievals: readonly Retrieval[];
  /** Spans with a personal value, and those that show that their contact could not be searched. */
  readonly spanValues: readonly SpanValues[];
};

export type CaseInput = {
  readonly caseId: string;
  readonly spans: readonly CaseSpan[];
  readonly records: readonly CaseRecord[];
  /** The case that a user or the CRM merged this one into. */
  readonly mergedInto: string | null;
  /** Number of the case's spans without content, which are not loaded. */
  readonly silentSpanCount: number;
};

/** A stored verdict with its evaluator, version and target. */
export type Score = {
  readonly evaluator: string;
  /** "imported" for scores in the traces. */
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
      /** 0 to 1; the evaluator's `direction` says whether higher is better. */
      readonly value: number;
      readonly because: string;
      readonly evidence: readonly Evidence[];
    }
  /** The evaluator's condition was not met. */
  | { readonly status: "not-applicable"; readonly because: string }
  /** It was met but cannot be judged; counted separately, neither pass nor fail. */
  | {
      readonly status: "not-scorable";
      readonly because: string;
      /** What the reason names. */
      readonly evidence?: readonly Evidence[];
      /** A value that rests on too little to be a verdict, for ranking only; not stored. */
      readonly hint?: number;
    };
