/** A valid OTLP/JSON span with overrides. */
export function jsonSpan(fields: object = {}): object {
  return {
    traceId: "5b8efff798038103d269b633813fc60c",
    spanId: "eee19b7ec3c1b174",
    name: "chat",
    startTimeUnixNano: "1700000000000000000",
    endTimeUnixNano: "1700000001000000000",
    ...fields,
  };
}

/** A request with the spans in one scope of one resource. */
export function jsonRequest(spans: readonly object[], resource: readonly object[] = []): object {
  return {
    resourceSpans: [{ resource: { attributes: resource }, scopeSpans: [{ scope: {}, spans }] }],
  };
}
