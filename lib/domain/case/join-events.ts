import { spanTraits, type Content, type ConversationPart, type SpanKind } from "../trace/reading";
import { spanKey, type SpanKey } from "../trace/span";
import type { CaseSpan } from "./case";

/** The words of a span, or of one of its log events. */
export type Words = {
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
};

/** What orders the log events of one span. */
type Placed = { readonly startUs: number; readonly endUs: number; readonly spanId: string };

/** The words of a log event with what orders it. */
export type EventWords = Words & Placed & { readonly name: string };

/** The name of what stands for a span that did not come. */
export const standInName = "chat";

/** The name of an event with whole lists of messages. */
export const listEvent = "gen_ai.client.inference.operation.details";

/**
 * Joins the log events of one span to its words, independent of their order. Of events with whole lists the latest
 * counts, for each side: some have the prompt alone, and the reply in a second. Other events have one message each.
 * What the span says itself stands.
 */
export function joinWords(own: Words, events: readonly EventWords[]): Words {
  const sorted = events.toSorted(compareEvents);
  const said = <Side extends keyof Words>(side: Side): readonly Words[Side][] => {
    const all = sorted.filter((event) => event[side] !== null);
    const whole = all.findLast(({ name }) => name === listEvent);
    return (whole === undefined ? all : [whole]).map((event) => event[side]);
  };
  return {
    system: own.system ?? joinTexts(said("system")),
    input: hasWords(own.input) ? own.input : joinContents(said("input")),
    output: hasWords(own.output) ? own.output : joinContents(said("output")),
  };
}

/**
 * Joins a case's log events to their spans. Events of a span that is not there make one in its place.
 * @param spans in any order
 * @returns spans without events
 */
export function joinEvents(spans: readonly CaseSpan[]): CaseSpan[] {
  const events = new Map<SpanKey, CaseSpan[]>();
  const joined: CaseSpan[] = [];
  for (const span of spans) {
    if (span.part !== "event") {
      joined.push(span);
      continue;
    }
    const key = spanKey({ traceId: span.traceId, spanId: span.parentSpanId ?? "" });
    const known = events.get(key);
    if (known === undefined) events.set(key, [span]);
    else known.push(span);
  }
  if (events.size === 0) return joined;
  for (const [index, span] of joined.entries()) {
    const own = events.get(spanKey(span));
    if (own === undefined) continue;
    events.delete(spanKey(span));
    joined[index] = withWords(span, own);
  }
  return [...joined, ...[...events.values()].flatMap(standIn)];
}

function withWords(own: CaseSpan, events: readonly CaseSpan[]): CaseSpan {
  const span = withScores(own, events);
  const words = joinWords(span, events);
  const usage = span.usage ?? usageOf(events);
  const isSame = words.input === span.input && words.output === span.output;
  if (isSame && words.system === span.system && usage === span.usage) return span;
  const attributeValues = [
    ...span.attributeValues,
    ...events.flatMap((event) => event.attributeValues),
  ];
  const part = partWithWords(span.part, span.kind);
  const joined = { ...span, ...words, usage, attributeValues, part };
  return { ...joined, isTextStripped: false, hasEventWords: true };
}

/** With the evaluations that came as log events, but for those that the span has as its own event too. */
function withScores(span: CaseSpan, events: readonly CaseSpan[]): CaseSpan {
  const known = new Set(span.importedScores.map(scoreKey));
  const further = events
    .toSorted(compareEvents)
    .flatMap(({ importedScores }) => importedScores)
    .filter((score) => !known.has(scoreKey(score)));
  if (further.length === 0) return span;
  return { ...span, importedScores: [...span.importedScores, ...further] };
}

function scoreKey({ name, value, label }: CaseSpan["importedScores"][number]): string {
  return JSON.stringify([name, value, label]);
}

/** What the earliest of a span's events that says so states. */
function usageOf(events: readonly CaseSpan[]): CaseSpan["usage"] {
  return events.toSorted(compareEvents).find(({ usage }) => usage !== null)?.usage ?? null;
}

/** A span of nothing but its events' words, with their identity. */
function standIn(events: readonly CaseSpan[]): CaseSpan[] {
  const [first, ...others] = events.toSorted(compareEvents);
  if (first === undefined) return [];
  const spanId = first.parentSpanId ?? "";
  const named = {
    ...first,
    spanId,
    parentSpanId: null,
    name: standInName,
    system: null,
    input: null,
  };
  const endUs = others.at(-1)?.startUs ?? first.startUs;
  return [withWords({ ...named, output: null, part: "history", endUs }, events)];
}

function partWithWords(part: ConversationPart, kind: SpanKind): ConversationPart {
  return part === "none" && spanTraits[kind].form === "frame" ? "summary" : part;
}

/** Order of a span's log events. */
export function compareEvents(a: Placed, b: Placed): number {
  return a.startUs - b.startUs || a.endUs - b.endUs || (a.spanId < b.spanId ? -1 : 1);
}

function hasWords(content: Content | null): boolean {
  return content !== null && content.length > 0;
}

function joinTexts(texts: readonly (string | null)[]): string | null {
  const said = texts.filter((text) => text !== null);
  return said.length === 0 ? null : said.join("\n");
}

function joinContents(contents: readonly (Content | null)[]): Content | null {
  const said = contents.filter((content) => content !== null);
  const [only] = said;
  if (only === undefined || said.length === 1) return only ?? null;
  const lists = said.filter((content) => typeof content !== "string");
  if (lists.length > 0) return lists.flat();
  return said.filter((content) => typeof content === "string").join("\n");
}
