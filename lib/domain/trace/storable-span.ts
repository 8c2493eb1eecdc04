import type { Declaration } from "./identity";
import type { DataFinding } from "./finding";
import type { PiiFinding } from "../privacy/pseudonym";
import type {
  CaseEvent,
  Content,
  ConversationPart,
  ImportedScore,
  Passage,
  Speaker,
  SpanKind,
} from "./reading";
import type { RepliedUsage } from "./replied-usage";
import type { SpanStatus } from "./span";

/** A span prepared for storage: read, masked, hashed. Independent of the other spans of its trace. */
export type StorableSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly status: SpanStatus;
  readonly startUs: number;
  readonly endUs: number;
  readonly attributeCount: number;
  /**
   * 32 hex digits: 16 of the span with pseudonyms reduced to their types, so that workspaces with different keys
   * choose the same of two versions, then 16 of the stored span.
   */
  readonly contentHash: string;
  readonly declared: Declaration;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly toolName: string | null;
  readonly isToolError: boolean;
  readonly isTextStripped: boolean;
  /** False if the span contributes nothing to its case but a count. */
  readonly isSpeaking: boolean;
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly extra: SpanExtra | null;
  /** JSON of the resource's attributes and the scope. */
  readonly resource: string;
  /** JSON of everything else: attributes not in the fields above, events, links, status message. */
  readonly detail: string;
  readonly findings: readonly DataFinding[];
  readonly pii: readonly PiiFinding[];
  /** What it was before masking, encrypted; null: nothing is kept of it. */
  readonly sealed: Uint8Array | null;
};

/** Members that few spans have. */
export type SpanExtra = {
  readonly passages?: readonly Passage[];
  readonly caseEvents?: readonly CaseEvent[];
  readonly importedScores?: readonly ImportedScore[];
  readonly toolCallId?: string;
  readonly failure?: string;
  /** What a model's reply reports of usage, where no attribute states it. */
  readonly usage?: RepliedUsage;
  /** Set where settings give the span words: what its reading is without them. */
  readonly keyed?: KeyedFrom;
  /** The roles of its messages that no convention knows, with who speaks by the settings; null: they don't say. */
  readonly roles?: Readonly<Record<string, Speaker | null>>;
};

/** A span's reading before words under the keys of the settings were added; undone by dropping `sides`. */
export type KeyedFrom = {
  readonly part: ConversationPart;
  readonly isTextStripped: boolean;
  /** Those that hold such words, and nothing else. */
  readonly sides: readonly ("input" | "output")[];
};
