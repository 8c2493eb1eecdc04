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
 * Makes a span ready to be stored: read by its conventions, masked, hashed.
 * @param findings what decoding already found about it
 */
export function prepareSpan(
  source: SourceSpan,
  findings: readonly DataFinding[],
  preparation: Preparation,
): StorableSpan {
  const raw = readSpan(source, preparation.settings);
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
  // Every span of a case may repeat when it is due: that alone is not worth loading it.
  const hasEvent = reading.caseEvents.some(({ name }) => name !== "sla_due");
  return reading.part !== "none" || hasEvent || reading.importedScores.length > 0;
}

/** Personal data in a shared text is recorded with the text, once. */
function isSharedText(place: string): boolean {
  return place.startsWith("input") || place.startsWith("output") || place.startsWith("system");
}

/** Resources, which many spans share by reference, with the JSON of the scope they were seen with last. */
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

function extraOf({ passages, caseEvents, importedScores }: Reading): SpanExtra | null {
  if (passages.length + caseEvents.length + importedScores.length === 0) return null;
  return {
    ...(passages.length > 0 && { passages }),
    ...(caseEvents.length > 0 && { caseEvents }),
    ...(importedScores.length > 0 && { importedScores }),
  };
}
