import { isInstant } from "@/lib/domain/instant";

const written =
  /^([+-]?\d{4,6})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const epoch = /^-?\d{9,}(?:\.\d+)?(?:e\+?\d+)?$/i;
const exponent = /^-?\d(?:\.\d+)?e\+?\d+$/i;
const minuteUs = 60_000_000;

/**
 * A parsed instant: microseconds since 1970; `never` for the convention of unset dates
 * (9999-12-31); `outside` for a time before 1970 or from 2200 on; null for no time.
 */
type ReadInstant = number | "never" | "outside" | null;

/**
 * Parses an instant of a CRM export: RFC 3339, "YYYY-MM-DD", "YYYY-MM-DD HH:MM[:SS[.fff]]" (UTC
 * without an offset), or Unix time in seconds, milliseconds, microseconds or nanoseconds.
 */
export function parseInstant(text: string): ReadInstant {
  if (epoch.test(text) || exponent.test(text)) return fromEpoch(Number(text));
  const parts = written.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const isDate = month <= 12 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (!isDate || hour > 23 || minute > 59 || second > 60) return null;
  if (year === 9999) return "never";
  // Date.UTC reads years below 100 as 19xx.
  if (year < 1969) return "outside";
  const instantMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const fractionUs = Number((parts[7] ?? "").padEnd(6, "0").slice(0, 6));
  return within(instantMs * 1000 + fractionUs - offsetUs(parts[8] ?? ""));
}

/** The last day of the year 9999 and the second after it, in seconds since 1970. */
const neverFromS = 253_402_214_400;
const neverToS = 253_402_300_800;

/** The unit follows from the size: seconds until the year 5138, and so on by thousands. */
function fromEpoch(value: number): ReadInstant {
  const isNever = [1, 1e3, 1e6, 1e9].some(
    (unit) => value >= neverFromS * unit && value <= neverToS * unit,
  );
  if (isNever) return "never";
  if (value < 1e11) return within(Math.round(value * 1e6));
  if (value < 1e14) return within(Math.round(value * 1e3));
  return within(Math.round(value < 1e17 ? value : value / 1e3));
}

function within(atUs: number): number | "outside" {
  return isInstant(atUs) ? atUs : "outside";
}

function offsetUs(offset: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return (parts[1] === "-" ? -minutes : minutes) * minuteUs;
}
