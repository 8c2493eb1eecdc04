import { DomainError } from "@/lib/domain/domain-error";
import { isDay } from "@/lib/stats/time/is-day";
import { dayUs, wallTimeAt } from "@/lib/stats/time/zoned-time";
import { relativePeriods, type Period } from "./cases-query";

/**
 * Reads a period that was typed: "last-week" (Monday to Sunday), "last-month", "last-quarter", "7d", "30d",
 * "90d", "all", or two days, "2026-10-01..2026-10-31", of which one may be left out.
 * @param asOfUs the instant before which weeks, months and quarters lie, microseconds since 1970
 * @param timeZone whose days are meant, an IANA name
 * @throws DomainError where the text is no period
 */
export function readPeriod(text: string, asOfUs: number, timeZone: string): Period {
  const relative = ["all" as const, ...relativePeriods].find((each) => each === text);
  if (relative !== undefined) return relative;
  const today = new Date((wallTimeAt(asOfUs, timeZone).day * dayUs) / 1000);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  if (text === "last-month") return between(Date.UTC(year, month - 1), Date.UTC(year, month));
  if (text === "last-quarter") {
    const first = month - (month % 3);
    return between(Date.UTC(year, first - 3), Date.UTC(year, first));
  }
  if (text === "last-week") {
    const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * dayMs;
    return between(monday - 7 * dayMs, monday);
  }
  const [from, to, more] = text.split("..");
  if (from !== undefined && to !== undefined && more === undefined) {
    if (isDay(from) && to === "") return { from, to: null };
    if (isDay(from) && isDay(to) && from <= to) return { from, to };
    if (from === "" && isDay(to)) return { from: null, to };
  }
  throw new DomainError(
    "invalid-input",
    `"${text}" is no period; write last-week, last-month, last-quarter, 7d, 30d, 90d, all, or two days like 2026-10-01..2026-10-31, or one: 2026-10-01.. or ..2026-10-31.`,
  );
}

const dayMs = dayUs / 1000;

/** Whole days from the first midnight until before the second. */
function between(fromMs: number, toMs: number): Period {
  return { from: dayOf(fromMs), to: dayOf(toMs - dayMs) };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
