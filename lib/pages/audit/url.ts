import { auditActions, type AuditAction } from "@/lib/domain/people/audit";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { startOfDay } from "@/lib/analytics/filter/resolve-period";

/** What a view of the Audit page depends on. */
export type AuditQuery = {
  /** From 1. */
  readonly page: number;
  readonly action: AuditAction | null;
  /** A public id. */
  readonly actor: string | null;
  /** A part of what it was done to. */
  readonly target: string | null;
  /** The first and the last day, as in "2026-03-31"; null is open. */
  readonly from: string | null;
  readonly to: string | null;
};

export const defaultAuditQuery: AuditQuery = {
  page: 1,
  action: null,
  actor: null,
  target: null,
  from: null,
  to: null,
};

/** The address of a view of the Audit page, with defaults left out. */
export function auditHref({ page, ...filters }: AuditQuery): string {
  const search = new URLSearchParams();
  if (page !== 1) search.set("page", String(page));
  for (const name of ["action", "actor", "target", "from", "to"] as const) {
    const value = filters[name];
    if (value !== null) search.set(name, value);
  }
  const words = search.toString();
  return words === "" ? "/audit" : `/audit?${words}`;
}

/** One filter of the audit in words, and the view without it. */
type AuditClause = {
  readonly name: Exclude<keyof AuditQuery, "page">;
  readonly words: string;
  readonly without: AuditQuery;
};

/** The filters that leave rows out. @param timeZone in which the asked days begin and end, as it is written */
export function auditClauses(query: AuditQuery, timeZone: string): readonly AuditClause[] {
  const { action, actor, target, from, to } = query;
  const words = {
    action: action === null ? null : `what: ${auditActions[action]}`,
    actor: actor === null ? null : `who: ${actor}`,
    target: target === null ? null : `to what: contains “${target}”`,
    from: from === null ? null : `from ${from} (${timeZone})`,
    to: to === null ? null : `to ${to} (${timeZone})`,
  };
  return (["action", "actor", "target", "from", "to"] as const).flatMap((name) => {
    const said = words[name];
    return said === null
      ? []
      : [{ name, words: said, without: { ...query, [name]: null, page: 1 } }];
  });
}

/**
 * The instants that the asked days reach from and to, the last day included.
 * @param timeZone the display zone, an IANA name
 * @returns microseconds since 1970, `toUs` exclusive; null is open
 */
export function auditSpan(
  { from, to }: Pick<AuditQuery, "from" | "to">,
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

/** What somebody did, in words; an altered row may say what we do not know. */
export function actionWords(action: string): string {
  return Object.entries(auditActions).find(([known]) => known === action)?.[1] ?? action;
}
