import type { Score } from "../case/case";
import type { DataFinding } from "./finding";
import type { Identity } from "./identity";
import type { Content, SpanKind } from "./reading";
import type { AttributeValue, SpanLink, SpanStatus } from "./span";
import type { SpanExtra } from "./storable-span";

/** A stored span as the tree of its trace needs it. */
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
};

/** Attributes as they are stored, masked. */
export type StoredAttributes = Readonly<Record<string, AttributeValue>>;

/** What is stored of a span beside its columns. */
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

/** A stored span with everything that was kept of it. */
export type TraceSpanDetail = {
  readonly spanId: string;
  /** null while the trace's identities are not worked out. */
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
  /** Personal values that were masked on it, outside its messages. */
  readonly maskedCount: number;
  /** Position in its case of the message that it said, else of the first it is named on. */
  readonly message: number | null;
  /** The words of that message. */
  readonly messageText: string | null;
  /** Given to the span or to that message, or quoting it. */
  readonly scores: readonly Score[];
};

export type StoredTrace = {
  readonly traceId: string;
  /** The earliest, up to a limit. */
  readonly spans: readonly TraceSpan[];
  readonly spanCount: number;
  /** The cases its spans belong to, ordered. */
  readonly caseIds: readonly string[];
  readonly span: TraceSpanDetail | null;
};

/** A span that says of itself that it failed. */
export function isFailedSpan(span: Pick<TraceSpan, "status" | "isToolError">): boolean {
  return span.status === "error" || span.isToolError;
}
