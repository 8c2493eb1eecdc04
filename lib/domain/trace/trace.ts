import type { Score } from "../case/case";
import type { DataFinding } from "./finding";
import type { Replay } from "../gate/replay";
import type { ModelUsage } from "./model-usage";
import type { Identity } from "./identity";
import type { Content, SpanKind } from "./reading";
import type { AttributeValue, SpanLink, SpanStatus } from "./span";
import type { SpanExtra } from "./storable-span";

/** A stored span in its trace's tree. */
export type TraceSpan = {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly status: SpanStatus;
  readonly startUs: number;
  readonly endUs: number;
  readonly model: string | null;
  readonly toolName: string | null;
  readonly isToolError: boolean;
  /** What it says that it used; null: nothing. */
  readonly usage: ModelUsage | null;
};

/** Attributes as they are stored, masked. */
export type StoredAttributes = Readonly<Record<string, AttributeValue>>;

/** What is stored of a span besides its columns. */
export type SpanRemainder = {
  readonly otlpKind: number;
  readonly statusMessage?: string;
  readonly attributes: StoredAttributes;
  readonly events?: readonly {
    readonly name: string;
    readonly atUs: number;
    readonly attributes: StoredAttributes;
  }[];
  readonly links?: readonly SpanLink[];
};

export type TraceSpanDetail = {
  readonly spanId: string;
  /** Null until the trace's identities are resolved. */
  readonly identity: Identity | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly isTextStripped: boolean;
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  readonly extra: SpanExtra;
  readonly resource: { readonly attributes: StoredAttributes; readonly scope: string };
  readonly remainder: SpanRemainder;
  readonly findings: readonly DataFinding[];
  /** Personal values masked outside its messages. */
  readonly maskedCount: number;
  /** Position in its case of its message, else of the first message that it is a source of. */
  readonly message: number | null;
  readonly messageText: string | null;
  /** Of the span or that message, or quoting it. */
  readonly scores: readonly Score[];
};

export type StoredTrace = {
  readonly traceId: string;
  /** The earliest, up to a limit. */
  readonly spans: readonly TraceSpan[];
  readonly spanCount: number;
  /** The cases of its spans, ordered; of those of production alone. */
  readonly caseIds: readonly string[];
  /** The replays of cohorts' items that its spans are of. */
  readonly replays: readonly Replay[];
  readonly span: TraceSpanDetail | null;
};

/** A span that reports a failure. */
export function isFailedSpan(span: Pick<TraceSpan, "status" | "isToolError">): boolean {
  return span.status === "error" || span.isToolError;
}
