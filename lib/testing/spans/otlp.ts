/** An attribute value in tests. */
export type PlainValue =
  | string
  | number
  | boolean
  | Buffer
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

type PlainAttributes = Readonly<Record<string, PlainValue>>;

export type PlainSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name?: string;
  readonly startUs: number;
  /** Default: a second after the start. */
  readonly endUs?: number;
  readonly attributes?: PlainAttributes;
  readonly events?: readonly {
    readonly name: string;
    readonly atUs: number;
    readonly attributes?: PlainAttributes;
  }[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  /** 0 unset, 1 ok, 2 error. */
  readonly status?: { readonly code: number; readonly message?: string };
};

export type OtlpRequest = { readonly resourceSpans: readonly object[] };

/** One export request in OTLP/JSON. */
export function otlpRequest(
  spans: readonly PlainSpan[],
  origin: { readonly resource?: PlainAttributes; readonly scope?: string } = {},
): OtlpRequest {
  const { resource = { "service.name": "support" }, scope = "test" } = origin;
  return {
    resourceSpans: [
      {
        resource: { attributes: keyValues(resource) },
        scopeSpans: [{ scope: { name: scope }, spans: spans.map(otlpSpan) }],
      },
    ],
  };
}

function otlpSpan(span: PlainSpan): object {
  const { traceId, spanId, parentSpanId, name = "span", startUs, status, events, links } = span;
  const endUs = span.endUs ?? startUs + 1_000_000;
  return {
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    name,
    kind: 1,
    startTimeUnixNano: nanos(startUs),
    endTimeUnixNano: nanos(endUs),
    attributes: keyValues(span.attributes ?? {}),
    ...(events !== undefined && {
      events: events.map(({ name: eventName, atUs, attributes = {} }) => ({
        name: eventName,
        timeUnixNano: nanos(atUs),
        attributes: keyValues(attributes),
      })),
    }),
    ...(links !== undefined && { links }),
    ...(status !== undefined && { status }),
  };
}

function nanos(us: number): string {
  return us === 0 ? "0" : `${String(us)}000`;
}

function keyValues(attributes: PlainAttributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: PlainValue): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (Buffer.isBuffer(value)) return { bytesValue: value.toString("base64") };
  if (typeof value === "number") {
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  if (isList(value)) return { arrayValue: { values: value.map(anyValue) } };
  return { kvlistValue: { values: keyValues(value) } };
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** Requests as a file: one per line. */
export function asLines(requests: readonly object[]): string {
  return requests.map((request) => `${JSON.stringify(request)}\n`).join("");
}
