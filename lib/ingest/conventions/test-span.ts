import type { Reading } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { AttributeValue, SourceSpan, SpanEvent } from "@/lib/domain/trace/span";
import { readSpan } from "../read-span";

export const startUs = 1_758_000_000_000_000;

type Given = Partial<Omit<SourceSpan, "attributes" | "events" | "resource">> & {
  readonly events?: readonly { readonly name: string; readonly attributes: Given["attributes"] }[];
  readonly resource?: Readonly<Record<string, AttributeValue>>;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
};

/** A span for tests, with defaults for missing members. */
export function testSpan(given: Given): SourceSpan {
  const { attributes, events, resource, ...rest } = given;
  return {
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: "b7ad6b7169203331",
    parentSpanId: null,
    name: "span",
    otlpKind: 1,
    startUs,
    endUs: startUs + 1_000_000,
    status: "unset",
    statusMessage: "",
    links: [],
    scope: "",
    ...rest,
    attributes: new Map(Object.entries(attributes ?? {})),
    events: (events ?? []).map((event, index): SpanEvent => ({
      name: event.name,
      atUs: startUs + index,
      attributes: new Map(Object.entries(event.attributes ?? {})),
    })),
    resource: new Map(Object.entries(resource ?? {})),
  };
}

/** The reading of a test span with default settings. */
export function reading(given: Given): Reading {
  return readSpan(testSpan(given), defaultSettings);
}

/** The fields that most tests compare. */
export function words(
  given: Given,
): Pick<Reading, "kind" | "part" | "system" | "input" | "output"> {
  const { kind, part, system, input, output } = reading(given);
  return { kind, part, system, input, output };
}
