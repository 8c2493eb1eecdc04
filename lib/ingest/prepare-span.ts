import type { DataFinding } from "@/lib/domain/finding";
import { maskedPattern } from "@/lib/domain/pseudonym";
import type { Content, Reading } from "@/lib/domain/reading";
import type { Settings } from "@/lib/domain/settings";
import type { Attributes, SourceSpan } from "@/lib/domain/span";
import type { SpanExtra, StorableSpan } from "@/lib/domain/storable-span";
import { readSpan } from "./read-span";
import { maskSpan, type SpanMasker } from "./mask/mask-span";

export type Preparation = {
  readonly settings: Settings;
  readonly masker: SpanMasker;
  /** A one-way function. @returns at least 16 hex digits */
  readonly hash: (text: string) => string;
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
  const resource = JSON.stringify({ attributes: objectOf(span.resource), scope: span.scope });
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
    contentHash: hashContent(span, reading, resource + detail, preparation.hash),
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
  return (
    reading.part !== "none" || reading.caseEvents.length > 0 || reading.importedScores.length > 0
  );
}

/** Personal data in a shared text is recorded with the text, once. */
function isSharedText(place: string): boolean {
  return place.startsWith("input") || place.startsWith("output") || place.startsWith("system");
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

/**
 * First half without pseudonyms' values, so that workspaces with different keys choose alike. What the
 * span declares is left out: it follows from the attributes, and from aliases, which may change.
 */
function hashContent(
  span: SourceSpan,
  reading: Reading,
  rest: string,
  hash: (text: string) => string,
): string {
  const { name, parentSpanId, status, startUs, endUs } = span;
  const words = [reading.system, wordsOf(reading.input), wordsOf(reading.output)];
  const { passages, caseEvents, importedScores } = reading;
  const parts = { name, parentSpanId, status, startUs, endUs, passages, caseEvents };
  const whole = JSON.stringify({ ...parts, importedScores }) + rest + words.join("\u0000");
  const neutral = whole.includes("<") ? whole.replace(maskedPattern, "<$1>") : whole;
  const first = hash(neutral).slice(0, 16);
  return first + (neutral === whole ? first : hash(whole).slice(0, 16));
}

/** The words of a history are hashed as they stand; `toolCalls` and the rest ride along as JSON. */
function wordsOf(content: Content | null): string {
  if (content === null || typeof content === "string") return content ?? "";
  return content
    .map(({ speaker, text, ...rest }) => `${speaker}\u0001${text}\u0001${restOf(rest)}`)
    .join("\u0000");
}

function restOf(rest: object): string {
  return Object.keys(rest).length === 0 ? "" : JSON.stringify(rest);
}
