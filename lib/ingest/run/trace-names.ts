import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { IdentityField } from "@/lib/domain/trace/identity";
import type { SourceSpan } from "@/lib/domain/trace/span";
import { declare } from "../conventions/declare";
import { scanAttributes } from "../conventions/scan";

/** What a trace's spans declare that a cohort's item can be recognised by, each value once. */
export type TraceNames = {
  readonly traceId: string;
  readonly items: readonly string[];
  readonly sessions: readonly string[];
  readonly cases: readonly string[];
  readonly repeat: number | null;
};

/** Reads what a trace names, of each span the strongest declaration. */
export function readTraceNames(
  traceId: string,
  spans: readonly SourceSpan[],
  settings: ReadingSettings,
): TraceNames {
  const declared = spans.map(
    (span) => declare(span, scanAttributes(span.attributes, span.scope), settings).declared,
  );
  const named = (field: IdentityField) => [
    ...new Set(declared.flatMap((each) => each[field]?.[0]?.value ?? [])),
  ];
  const [repeat] = named("repeat");
  return {
    traceId,
    items: named("cohortItem"),
    sessions: named("session"),
    cases: named("caseId"),
    repeat: repeat === undefined ? null : Number(repeat),
  };
}

/** What two parts of a trace name together; of repeats the first. */
export function mergeTraceNames(first: TraceNames, second: TraceNames): TraceNames {
  const both = (one: readonly string[], other: readonly string[]) =>
    other.every((each) => one.includes(each)) ? one : [...new Set([...one, ...other])];
  return {
    traceId: first.traceId,
    items: both(first.items, second.items),
    sessions: both(first.sessions, second.sessions),
    cases: both(first.cases, second.cases),
    repeat: first.repeat ?? second.repeat,
  };
}
