import { otlpRequest, type OtlpRequest } from "./otlp";

/** 2026-01-05T08:00:00Z. */
const firstUs = 1_767_600_000_000_000;

/**
 * Spans with the case under a custom key: one trace per span, a customer's questions a minute apart.
 * @param options.key the attribute; its values are N-1000, N-1001, …
 */
export function ticketSpans(options: {
  readonly spans: number;
  readonly cases: number;
  readonly key: string;
  readonly channel?: string;
}): OtlpRequest[] {
  const { spans, cases, key, channel = "chat" } = options;
  return Array.from({ length: spans }, (_, index) =>
    otlpRequest([
      {
        traceId: `f${index.toString(16).padStart(31, "0")}`,
        spanId: "f".repeat(16),
        name: "message",
        startUs: firstUs + index * 60_000_000,
        attributes: {
          "message.role": "customer",
          "message.content": `Where is my parcel number ${String(index)}?`,
          "support.channel": channel,
          [key]: `N-${String(1000 + (index % cases))}`,
        },
      },
    ]),
  );
}
