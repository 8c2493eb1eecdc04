import { DomainError } from "@/lib/domain/domain-error";
import { isDay } from "@/lib/stats/time/is-day";
import { namedPeriods, type Period } from "./period";

/** What may be typed for a period, in words of a message. */
export const periodHelp = `${namedPeriods.join(", ")}, two days like 2026-10-01..2026-10-31, or one: 2026-10-01.. or ..2026-10-31`;

/**
 * Reads a period that was typed: a name as in an address ("last-month"), or two days, "2026-10-01..2026-10-31", of
 * which one may be left out.
 * @throws DomainError where the text is no period
 */
export function readPeriod(text: string): Period {
  const named = namedPeriods.find((each) => each === text);
  if (named !== undefined) return named;
  const [from, to, more] = text.split("..");
  if (from !== undefined && to !== undefined && more === undefined) {
    if (isDay(from) && to === "") return { from, to: null };
    if (isDay(from) && isDay(to) && from <= to) return { from, to };
    if (from === "" && isDay(to)) return { from: null, to };
  }
  throw new DomainError("invalid-input", `"${text}" is no period; write ${periodHelp}.`);
}
