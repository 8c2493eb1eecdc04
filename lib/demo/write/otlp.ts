/** An attribute value before its encoding as OTLP/JSON. */
export type Plain = string | number | boolean | readonly Plain[];
export type PlainAttributes = Readonly<Record<string, Plain>>;

export type OutSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** OTLP's enum: 1 internal, 2 server, 3 client. */
  readonly kind?: number;
  readonly startUs: number;
  readonly endUs: number;
  readonly attributes: PlainAttributes;
  readonly events?: readonly OutEvent[];
  readonly isError?: boolean;
};

export type OutEvent = {
  readonly name: string;
  readonly atUs: number;
  readonly attributes: PlainAttributes;
};

/** The spans that one instrumentation exports in one request. */
export type OutBatch = {
  readonly resource: PlainAttributes;
  readonly scope: string;
  readonly spans: readonly OutSpan[];
};

export type OtlpRequest = { readonly resourceSpans: readonly object[] };

/** Encodes a batch as an OTLP/JSON request. */
export function toRequest({ resource, scope, spans }: OutBatch): OtlpRequest {
  return {
    resourceSpans: [
      {
        resource: { attributes: keyValues(resource) },
        scopeSpans: [{ scope: { name: scope }, spans: spans.map(spanJson) }],
      },
    ],
  };
}

function spanJson(span: OutSpan): object {
  const { traceId, spanId, parentSpanId, name, kind = 1, startUs, endUs, events, isError } = span;
  return {
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    name,
    kind,
    startTimeUnixNano: `${startUs}000`,
    endTimeUnixNano: `${endUs}000`,
    attributes: keyValues(span.attributes),
    ...(events !== undefined && {
      events: events.map((event) => ({
        name: event.name,
        timeUnixNano: `${event.atUs}000`,
        attributes: keyValues(event.attributes),
      })),
    }),
    status: { code: isError === true ? 2 : 1 },
  };
}

function keyValues(attributes: PlainAttributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: Plain): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value !== "number") return { arrayValue: { values: value.map(anyValue) } };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
