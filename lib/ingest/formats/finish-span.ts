import type { SourceSpan, SpanLink, SpanStatus } from "@/lib/domain/span";
import type { SpanFindings } from "./span-findings";

/** A span as its bytes say it, before the rules that hold for every encoding. */
export type RawSpan = Omit<SourceSpan, "parentSpanId" | "status" | "links"> & {
  readonly parentSpanId: string;
  readonly statusCode: number;
  readonly links: readonly SpanLink[];
};

const traceIdPattern = /^[0-9a-f]{32}$/;
const spanIdPattern = /^[0-9a-f]{16}$/;
const hexPattern = /^[0-9a-f]{1,128}$/;
const zerosPattern = /^0*$/;
const zeroTraceId = "0".repeat(32);
const zeroSpanId = "0".repeat(16);

/** 2000-01-01 and 2100-01-01, in microseconds since 1970. */
const plausibleFromUs = 946_684_800_000_000;
const plausibleBeforeUs = 4_102_444_800_000_000;

/**
 * Applies the rules for ids, times and status, whatever the encoding was.
 * @param findings told of what is odd but was kept
 * @returns the span, or the sentence why it is refused
 */
export function finishSpan(raw: RawSpan, findings: SpanFindings): SourceSpan | string {
  const traceId = readId(raw.traceId, traceIdPattern, zeroTraceId);
  if (traceId === null) return refusal("trace id", "32", raw.traceId);
  const spanId = readId(raw.spanId, spanIdPattern, zeroSpanId);
  if (spanId === null) return refusal("span id", "16", raw.spanId);
  if (traceId.length !== 32 || spanId.length !== 16) {
    findings.add("id-length", `An id has ${traceId.length} and ${spanId.length} digits.`);
  }
  const endUs = raw.endUs === 0 ? raw.startUs : raw.endUs;
  const startUs = raw.startUs === 0 ? endUs : raw.startUs;
  checkTimes(raw, findings);
  return {
    traceId,
    spanId,
    parentSpanId: readParent(raw.parentSpanId, spanId, findings),
    name: raw.name,
    otlpKind: raw.otlpKind,
    startUs,
    endUs,
    status: statusFromCode(raw.statusCode),
    statusMessage: raw.statusMessage,
    attributes: raw.attributes,
    events: raw.events,
    links: raw.links,
    resource: raw.resource,
    scope: raw.scope,
  };
}

/**
 * Reads the other end of a span link.
 * @returns the link, or null where its ids name nothing
 */
export function finishLink(traceId: string, spanId: string): SpanLink | null {
  const trace = readId(traceId, traceIdPattern, zeroTraceId);
  const span = readId(spanId, spanIdPattern, zeroSpanId);
  return trace === null || span === null ? null : { traceId: trace, spanId: span };
}

function readId(text: string, exact: RegExp, zero: string): string | null {
  if (exact.test(text)) return text === zero ? null : text;
  const lower = text.toLowerCase();
  return hexPattern.test(lower) && !zerosPattern.test(lower) ? lower : null;
}

function readParent(text: string, spanId: string, findings: SpanFindings): string | null {
  if (text === "" || text === zeroSpanId) return null;
  const parent = readId(text, spanIdPattern, zeroSpanId);
  if (parent === null) {
    if (!zerosPattern.test(text)) {
      findings.add("id-length", "The parent's id is not hexadecimal; the span is read as a root.");
    }
    return null;
  }
  if (parent === spanId) {
    findings.add("own-parent", "The span names itself as its parent; it is read as a root.");
    return null;
  }
  return parent;
}

function refusal(what: string, digits: string, text: string): string {
  const isEmpty = zerosPattern.test(text);
  return isEmpty
    ? `The ${what} is empty or all zero; send ${digits} hexadecimal digits.`
    : `The ${what} is not hexadecimal; send ${digits} hexadecimal digits (base64 is not read).`;
}

function checkTimes(raw: RawSpan, findings: SpanFindings): void {
  if (raw.startUs === 0 || raw.endUs === 0) {
    findings.add("time-implausible", missingTime(raw));
    if (raw.startUs === 0 && raw.endUs === 0) return;
  } else if (raw.endUs < raw.startUs) {
    findings.add("end-before-start", "The span ends before it starts; both times are kept.");
  }
  if (isImplausible(raw.startUs) || isImplausible(raw.endUs)) {
    findings.add("time-implausible", "A time is before the year 2000 or after 2099.");
  }
}

function missingTime(raw: RawSpan): string {
  if (raw.startUs !== 0) return "The span has no end time; its start stands for it.";
  if (raw.endUs !== 0) return "The span has no start time; its end stands for it.";
  return "The span has no times; it is placed in 1970.";
}

function isImplausible(instantUs: number): boolean {
  return instantUs !== 0 && (instantUs < plausibleFromUs || instantUs >= plausibleBeforeUs);
}

function statusFromCode(code: number): SpanStatus {
  if (code === 1) return "ok";
  return code === 2 ? "error" : "unset";
}
