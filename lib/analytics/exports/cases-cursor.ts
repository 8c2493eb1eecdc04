import { z } from "zod";
import { hashOf } from "@/lib/analytics/case-table/hash-of";
import {
  casesSearch,
  defaultCasesQuery,
  type CasesQuery,
} from "@/lib/analytics/filter/cases-query";
import type { PeriodDays } from "@/lib/analytics/filter/period";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { isoDay } from "@/lib/format/format";
import { isDay } from "@/lib/stats/time/is-day";

/** Where the next answer begins, and of which days: a period like "90d" does not move on between two answers. */
export type CasesCursor = {
  /** The key of the last case that was read. Keys never change; cases that come later have greater ones. */
  readonly key: number;
  /** null: of any day. */
  readonly days: PeriodDays | null;
};

const dayOrOpen = z.string().refine(isDay).nullable();
const cursorSchema = z.tuple([z.number().int().min(0), dayOrOpen, dayOrOpen, z.number().int()]);

/** Writes a cursor for the filters that it belongs to. It holds no word of them. */
export function writeCursor({ key, days }: CasesCursor, query: CasesQuery): string {
  const text = JSON.stringify([key, days?.from ?? null, days?.to ?? null, filterHash(query)]);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads a cursor. @returns null where it is none, or belongs to other filters */
export function readCursor(text: string, query: CasesQuery): CasesCursor | null {
  const read = cursorSchema.safeParse(parseBase64(text));
  if (!read.success || read.data[3] !== filterHash(query)) return null;
  const [key, from, to] = read.data;
  if (from !== null) return { key, days: { from, to } };
  return { key, days: to === null ? null : { from, to } };
}

/** The days that a period is as of the first answer. */
export function daysOf(query: CasesQuery, shown: ShownPeriod | null): PeriodDays | null {
  if (query.period === "all" || shown === null) return null;
  return { from: isoDay(shown.fromUs), to: isoDay(shown.toUs - 1) };
}

/** Of what decides which cases are meant. */
function filterHash({ facets, text, period, metric, insight }: CasesQuery): number {
  return hashOf(casesSearch({ ...defaultCasesQuery, facets, text, period, metric, insight }));
}

function parseBase64(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
}
