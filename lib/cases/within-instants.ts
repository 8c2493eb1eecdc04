import type { CaseInput, CaseSpan } from "@/lib/domain/case/case";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import { isInstant } from "@/lib/domain/instant";
import type { CaseEvent, Content } from "@/lib/domain/trace/reading";

/**
 * Removes invalid times from a stored case by today's rules of ingest; earlier versions stored
 * them. A span keeps the valid one of its two times, else gets 1970; events and utterances get the
 * span's start; due dates and record dates are dropped.
 * @returns the same object if nothing was removed
 */
export function withinInstants(input: CaseInput): CaseInput {
  const spans = mapChanged(input.spans, spanWithin);
  const records = mapChanged(input.records, recordWithin);
  return spans === input.spans && records === input.records ? input : { ...input, spans, records };
}

function spanWithin(span: CaseSpan): CaseSpan {
  const start = isInstant(span.startUs) ? span.startUs : null;
  const end = isInstant(span.endUs) ? span.endUs : null;
  const startUs = start ?? end ?? 0;
  const caseEvents = mapChanged(span.caseEvents, (event) => eventWithin(event, startUs));
  const input = contentWithin(span.input);
  const isWithin = start !== null && end !== null;
  if (isWithin && caseEvents === span.caseEvents && input === span.input) return span;
  return { ...span, startUs, endUs: end ?? startUs, caseEvents, input };
}

function eventWithin(event: CaseEvent, startUs: number): CaseEvent | null {
  if (event.dueUs !== undefined && !isInstant(event.dueUs)) return null;
  return isInstant(event.atUs) ? event : { ...event, atUs: startUs };
}

/** Only the input can have times of its own (see `timesOfTranscript`). */
function contentWithin(content: Content | null): Content | null {
  if (content === null || typeof content === "string") return content;
  return mapChanged(content, (utterance) => {
    const { atUs, ...rest } = utterance;
    return atUs === undefined || isInstant(atUs) ? utterance : rest;
  });
}

function recordWithin(record: CaseRecord): CaseRecord {
  const openedUs = instantOrNull(record.openedUs);
  const closedUs = instantOrNull(record.closedUs);
  const isWithin = openedUs === record.openedUs && closedUs === record.closedUs;
  return isWithin ? record : { ...record, openedUs, closedUs };
}

function instantOrNull(atUs: number | null): number | null {
  return atUs === null || isInstant(atUs) ? atUs : null;
}

/**
 * Maps a list and drops nulls.
 * @returns the same list if nothing changed
 */
function mapChanged<T extends object>(
  list: readonly T[],
  change: (one: T) => T | null,
): readonly T[] {
  const mapped = list.map(change);
  if (mapped.every((one, index) => one === list[index])) return list;
  return mapped.filter((one) => one !== null);
}
