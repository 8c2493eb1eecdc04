import { auditActions, type AuditAction } from "@/lib/domain/people/audit";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { startOfDay } from "@/lib/analytics/filter/resolve-period";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import {
  day,
  dayRange,
  integer,
  oneOf,
  optional,
  param,
  words,
  type DayRange,
  type ParamType,
} from "@/lib/format/address/field";

const actions = Object.keys(auditActions) as AuditAction[];

/** The query of the Audit page. */
export const auditCodec = createCodec({
  /** From 1. */
  page: param("page", integer(1, 1_000_000_000), 1),
  action: optional("action", given(oneOf(actions))),
  /** A public id. */
  actor: optional("actor", given(words)),
  /** Substring of the target. */
  target: optional("target", given(words)),
  days: dayRange(given(day)),
});

/** An empty form field is no filter. */
function given<Value extends string>({ read, write }: ParamType<Value>): ParamType<Value | null> {
  return {
    read: (texts) => {
      const value = texts.length === 1 && texts[0] === "" ? null : read(texts);
      return value === "" ? null : value;
    },
    write: (value) => (value === null ? [] : write(value)),
  };
}

export type AuditQuery = QueryOf<typeof auditCodec>;

/** The address of a view of the Audit page, with defaults left out. */
export function auditHref(query: AuditQuery): string {
  return auditCodec.href("/audit", query);
}

/** One filter as text, and the query without it. */
type AuditClause = {
  readonly name: string;
  readonly words: string;
  readonly without: AuditQuery;
};

/** The active filters. @param timeZone display zone of the filtered days */
export function auditClauses(query: AuditQuery, timeZone: string): readonly AuditClause[] {
  const { action, actor, target, days } = query;
  const { from, to } = days;
  const clause = (name: string, words: string, change: Partial<AuditQuery>) => [
    { name, words, without: { ...query, ...change, page: 1 } },
  ];
  return [
    action === null ? [] : clause("action", `what: ${auditActions[action]}`, { action: null }),
    actor === null ? [] : clause("actor", `who: ${actor}`, { actor: null }),
    target === null ? [] : clause("target", `to what: contains “${target}”`, { target: null }),
    from === null ? [] : clause("from", `from ${from} (${timeZone})`, { days: { from: null, to } }),
    to === null ? [] : clause("to", `to ${to} (${timeZone})`, { days: { from, to: null } }),
  ].flat();
}

/**
 * The instants of the filtered days, the last day included.
 * @param timeZone the display zone, an IANA name
 * @returns microseconds since 1970, `toUs` exclusive; null is open
 */
export function auditSpan(
  { from, to }: DayRange,
  timeZone: string,
): { readonly fromUs: number | null; readonly toUs: number | null } {
  return {
    fromUs: from === null ? null : startOfDay(midnightUs(from), timeZone),
    toUs: to === null ? null : startOfDay(midnightUs(to) + dayUs, timeZone),
  };
}

function midnightUs(day: string): number {
  return Date.parse(day) * 1000;
}

/** An audit action as text; a tampered row may hold an unknown one. */
export function actionWords(action: string): string {
  return Object.entries(auditActions).find(([known]) => known === action)?.[1] ?? action;
}
