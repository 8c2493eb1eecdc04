/** A decoded attribute value: integers beyond 2^53 are decimal strings, bytes are base64. */
export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | readonly AttributeValue[]
  | { readonly [key: string]: AttributeValue };

/** A Map, so that `__proto__` is an ordinary key. Nested objects have a null prototype. */
export type Attributes = ReadonlyMap<string, AttributeValue>;

export type SpanStatus = "ok" | "error" | "unset";

export type SpanEvent = {
  readonly name: string;
  /** Microseconds since 1970, like all instants. */
  readonly atUs: number;
  readonly attributes: Attributes;
};

export type SpanLink = { readonly traceId: string; readonly spanId: string };

/** A decoded span, before interpretation and masking. */
export type SourceSpan = {
  /** Lower-case hex as sent, usually 32 digits. */
  readonly traceId: string;
  /** Lower-case hex as sent, usually 16 digits. */
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  /** OTLP's enum: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly otlpKind: number;
  /** Truncated to the microsecond; nanoseconds do not fit a double. */
  readonly startUs: number;
  readonly endUs: number;
  readonly status: SpanStatus;
  readonly statusMessage: string;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  /** Shared by reference between the spans of one resource. */
  readonly resource: Attributes;
  readonly scope: string;
};

/** A span's id inside one workspace: `traceId/spanId`. */
export type SpanKey = `${string}/${string}`;

export function spanKey(span: { readonly traceId: string; readonly spanId: string }): SpanKey {
  return `${span.traceId}/${span.spanId}`;
}
