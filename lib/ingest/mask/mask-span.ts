import type { PiiFinding } from "@/lib/domain/privacy/pseudonym";
import type { Reading } from "@/lib/domain/trace/reading";
import { spanKey, type Attributes, type SourceSpan, type SpanEvent } from "@/lib/domain/trace/span";
import { createMemory } from "./create-memory";
import { maskReading } from "./mask-reading";
import { maskAttributes } from "./mask-value";
import type { MaskedAttributes, SpanState } from "./span-state";
import type { TextMasker } from "./text-masker";

const questionsMax = 20_000;
const charsMax = 8_000_000;

/** What masking spans remembers of them, of none yet. */
export function createSpanState(text: TextMasker): SpanState {
  return {
    text,
    requested: createMemory(questionsMax, charsMax),
    asked: createMemory(questionsMax, charsMax),
    resources: new WeakMap(),
    lastInput: [],
  };
}

/**
 * Masks a span before it is stored: name, status, scope, attributes, events, resource, and reading.
 * Ids are kept. Attributes consumed by the reading are dropped, since the reading holds their text.
 */
export function maskSpan(
  span: SourceSpan,
  reading: Reading,
  masker: SpanState,
): { span: SourceSpan; reading: Reading; pii: PiiFinding[] } {
  const masked = maskSource(span, masker, new Set(reading.consumed));
  const read = maskReading(reading, masker, spanOfEvent(span, reading));
  return { span: masked.span, reading: read.reading, pii: [...masked.pii, ...read.pii] };
}

/** Masks what was sent, text by text. @param leftOut names of attributes to drop */
export function maskSource(
  span: SourceSpan,
  masker: SpanState,
  leftOut?: ReadonlySet<string>,
): { span: SourceSpan; pii: PiiFinding[] } {
  const pii: PiiFinding[] = [];
  const keep = (masked: MaskedAttributes): Attributes => {
    for (const finding of masked.pii) pii.push(finding);
    return masked.attributes;
  };
  const mask = (text: string, place: string): string => {
    const masked = masker.text.mask(text);
    for (const { type, pseudonym } of masked.found) pii.push({ type, place, pseudonym });
    return masked.text;
  };
  const masked: SourceSpan = {
    ...span,
    name: mask(span.name, "name"),
    statusMessage: mask(span.statusMessage, "statusMessage"),
    scope: mask(span.scope, "scope"),
    attributes: keep(maskAttributes(span.attributes, "attributes", masker.text, leftOut)),
    events: span.events.map((event, index) =>
      maskEvent(event, `events[${index}]`, mask, keep, masker),
    ),
    resource: keep(maskResource(span.resource, masker)),
  };
  return { span: masked, pii };
}

/** The span that a log event belongs to; null for a span. */
function spanOfEvent({ traceId, parentSpanId }: SourceSpan, { part }: Reading): string | null {
  return part === "event" && parentSpanId !== null
    ? spanKey({ traceId, spanId: parentSpanId })
    : null;
}

function maskEvent(
  event: SpanEvent,
  place: string,
  mask: (text: string, place: string) => string,
  keep: (masked: MaskedAttributes) => Attributes,
  masker: SpanState,
): SpanEvent {
  const name = mask(event.name, `${place}.name`);
  return { ...event, name, attributes: keep(maskAttributes(event.attributes, place, masker.text)) };
}

function maskResource(resource: Attributes, masker: SpanState): MaskedAttributes {
  const known = masker.resources.get(resource);
  if (known !== undefined) return known;
  const masked = maskAttributes(resource, "resource", masker.text);
  masker.resources.set(resource, masked);
  return masked;
}
