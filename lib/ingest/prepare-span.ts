import type { DataFinding } from "@/lib/domain/trace/finding";
import type { Reading } from "@/lib/domain/trace/reading";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { Attributes, SourceSpan } from "@/lib/domain/trace/span";
import type { SpanExtra, StorableSpan } from "@/lib/domain/trace/storable-span";
import { hashSpan, type Hashing } from "./hash-span";
import { readSpan } from "./read-span";
import { maskSpan, type SpanMasker } from "./mask/mask-span";

export type Preparation = Hashing & {
  readonly settings: ReadingSettings;
  readonly masker: SpanMasker;
};

/**
 * Prepares a span for storage: reads it by its conventions, masks and hashes it.
 * @param findings from decoding
 */
export function prepareSpan(
  source: SourceSpan,
  findings: readonly DataFinding[],
  preparation: Preparation,
): StorableSpan {
  return storableOf(source, readSpan(source, preparation.settings), findings, preparation);
}

/**
 * Masks and hashes a span that was read.
 * @param findings from decoding
 */
export function storableOf(
  source: SourceSpan,
  raw: Reading,
  findings: readonly DataFinding[],
  preparation: Preparation,
): StorableSpan {
  const { span, reading, pii } = maskSpan(source, raw, preparation.masker);
  const detail = detailOf(span);
  const resource = resourceOf(span);
  const isTextStripped = reading.findings.some(({ code }) => code === "text-stripped");
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId,
    name: span.name,
    kind: reading.kind,
    part: reading.part,
    status: span.status,
    startUs: span.startUs,
    endUs: span.endUs,
    attributeCount: source.attributes.size,
    contentHash: hashSpan(span, reading, resource + detail, preparation),
    declared: reading.declared,
    model: reading.model,
    promptName: reading.promptName,
    promptVersion: reading.promptVersion,
    toolName: reading.toolName,
    isToolError: reading.isToolError,
    isTextStripped,
    isSpeaking: isTextStripped || isSpeaking(reading),
    system: reading.system,
    input: reading.input,
    output: reading.output,
    extra: extraOf(reading),
    resource,
    detail,
    findings: [...findings, ...reading.findings],
    pii: pii.filter(({ place }) => !isSharedText(place)),
  };
}

function isSpeaking(reading: Reading): boolean {
  // Every span may repeat the due date: that alone is no reason to load it with its case.
  const hasEvent = reading.caseEvents.some(({ name }) => name !== "sla_due");
  return reading.part !== "none" || hasEvent || reading.importedScores.length > 0;
}

/** Findings in a shared text are stored once, with the text. */
function isSharedText(place: string): boolean {
  return place.startsWith("input") || place.startsWith("output") || place.startsWith("system");
}

/** Resources, which spans share by reference, with the JSON of the last scope. */
const resources = new WeakMap<Attributes, { readonly scope: string; readonly json: string }>();

function resourceOf({ resource, scope }: SourceSpan): string {
  const known = resources.get(resource);
  if (known?.scope === scope) return known.json;
  const json = JSON.stringify({ attributes: objectOf(resource), scope });
  resources.set(resource, { scope, json });
  return json;
}

function detailOf(span: SourceSpan): string {
  return JSON.stringify({
    otlpKind: span.otlpKind,
    statusMessage: span.statusMessage === "" ? undefined : span.statusMessage,
    attributes: objectOf(span.attributes),
    events:
      span.events.length === 0
        ? undefined
        : span.events.map(({ name, atUs, attributes }) => ({
            name,
            atUs,
            attributes: objectOf(attributes),
          })),
    links: span.links.length === 0 ? undefined : span.links,
  });
}

function objectOf(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes);
}

function extraOf(reading: Reading): SpanExtra | null {
  const { passages, caseEvents, importedScores, toolCallId, failure } = reading;
  const extra: SpanExtra = {
    ...(passages.length > 0 && { passages }),
    ...(caseEvents.length > 0 && { caseEvents }),
    ...(importedScores.length > 0 && { importedScores }),
    ...(toolCallId !== null && { toolCallId }),
    ...(failure !== null && { failure }),
  };
  return Object.keys(extra).length === 0 ? null : extra;
}
