import { isInstant } from "@/lib/domain/instant";
import type { SourceSpan, SpanEvent, SpanLink, SpanStatus } from "@/lib/domain/trace/span";
import type { DecodedItem } from "./format";
import type { SpanFindings } from "./span-findings";

/** A decoded span before the checks shared by all encodings. */
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

/** @returns a span that passed the checks with its findings, or a reject. @param place its position, for people */
export function finishItem(raw: RawSpan, place: string, findings: SpanFindings): DecodedItem {
  const span = finishSpan(raw, findings);
  const found = findings.take();
  return typeof span === "string"
    ? refuseSpan(place, span)
    : { type: "span", span, place, findings: found };
}

export function refuseSpan(place: string, reason: string): DecodedItem {
  return { type: "reject", reject: { place, reason, spans: 1 } };
}

/**
 * Validates ids, times and status, independent of the encoding.
 * @param findings receives what is odd but was kept
 * @returns the span, or a sentence why it is refused
 */
function finishSpan(raw: RawSpan, findings: SpanFindings): SourceSpan | string {
  const traceId = readId(raw.traceId, traceIdPattern, zeroTraceId);
  if (traceId === null) return refusal("trace id", "32", raw.traceId);
  const spanId = readId(raw.spanId, spanIdPattern, zeroSpanId);
  if (spanId === null) return refusal("span id", "16", raw.spanId);
  if (traceId.length !== 32 || spanId.length !== 16) {
    findings.add("id-length", `An id has ${traceId.length} and ${spanId.length} digits.`);
  }
  const times = readTimes(raw, findings);
  if (typeof times === "string") return times;
  return {
    traceId,
    spanId,
    parentSpanId: readParent(raw.parentSpanId, spanId, findings),
    name: raw.name,
    otlpKind: raw.otlpKind,
    startUs: times.startUs,
    endUs: times.endUs,
    status: statusFromCode(raw.statusCode),
    statusMessage: raw.statusMessage,
    attributes: raw.attributes,
    events: placeEvents(raw.events, times.startUs, findings),
    links: raw.links,
    resource: raw.resource,
    scope: raw.scope,
  };
}

/**
 * Reads the target of a span link.
 * @returns null if its ids are invalid
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

const timesRemedy = "send nanoseconds since 1970 as startTimeUnixNano and endTimeUnixNano.";

type SpanTimes = Pick<SourceSpan, "startUs" | "endUs">;

/**
 * A missing or invalid end is replaced by the other. No conversation that was traced is of before the year 2000: such
 * a time is a clock that was not set, or a duration.
 * @returns a sentence why the span is refused if neither is a time
 */
function readTimes(raw: SpanTimes, findings: SpanFindings): SpanTimes | string {
  const start = isTraced(raw.startUs) ? raw.startUs : 0;
  const end = isTraced(raw.endUs) ? raw.endUs : 0;
  const isAnyOutside = start !== raw.startUs || end !== raw.endUs;
  if (start === 0 && end === 0) {
    return isAnyOutside
      ? `The span's times are not from 2000 to 2199; ${timesRemedy}`
      : `The span has no times; ${timesRemedy}`;
  }
  if (start === 0 || end === 0) {
    findings.add("time-implausible", lentTime(start, isAnyOutside));
  } else if (end < start) {
    findings.add("end-before-start", "The span ends before it starts; both times are kept.");
  }
  if (start >= plausibleBeforeUs || end >= plausibleBeforeUs) {
    findings.add("time-implausible", "A time is after 2099.");
  }
  return { startUs: start === 0 ? end : start, endUs: end === 0 ? start : end };
}

function lentTime(startUs: number, isOutside: boolean): string {
  const what = isOutside ? "time from 2000 to 2199" : "time";
  return startUs !== 0
    ? `The span has no end ${what}; its start stands for it.`
    : `The span has no start ${what}; its end stands for it.`;
}

/** An event without a time, or with an invalid one, gets the span's start. */
function placeEvents(
  events: readonly SpanEvent[],
  startUs: number,
  findings: SpanFindings,
): readonly SpanEvent[] {
  if (events.every(({ atUs }) => isTraced(atUs))) return events;
  if (events.some(({ atUs }) => atUs !== 0 && !isTraced(atUs))) {
    findings.add(
      "time-implausible",
      "An event's time is not from 2000 to 2199; the span's start stands for it.",
    );
  }
  return events.map((event) => (isTraced(event.atUs) ? event : { ...event, atUs: startUs }));
}

/** Whether an instant, microseconds since 1970, is of a time in which conversations were traced. */
export function isTraced(instantUs: number): boolean {
  return isInstant(instantUs) && instantUs >= plausibleFromUs;
}

function statusFromCode(code: number): SpanStatus {
  if (code === 1) return "ok";
  return code === 2 ? "error" : "unset";
}
