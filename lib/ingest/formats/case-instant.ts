const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const epoch = /^\d{9,19}(?:\.\d+)?$/;
const minuteUs = 60_000_000;

/**
 * Reads an instant of a CRM export: RFC 3339, "YYYY-MM-DD", "YYYY-MM-DD HH:MM[:SS[.fff]]" (UTC where no
 * offset stands), or a Unix time in seconds, milliseconds, microseconds or nanoseconds.
 * @returns microseconds since 1970, or null where it is none of these
 */
export function parseInstant(text: string): number | null {
  if (epoch.test(text)) return fromEpoch(Number(text));
  const parts = written.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const instantMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const isDate = month <= 12 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (!isDate || hour > 23 || minute > 59 || second > 60) return null;
  const fractionUs = Number((parts[7] ?? "").padEnd(6, "0").slice(0, 6));
  return instantMs * 1000 + fractionUs - offsetUs(parts[8] ?? "");
}

/** The size tells the unit: seconds until the year 5138, and so on by thousands. */
function fromEpoch(value: number): number {
  if (value < 1e11) return Math.round(value * 1e6);
  if (value < 1e14) return Math.round(value * 1e3);
  return Math.round(value < 1e17 ? value : value / 1e3);
}

function offsetUs(offset: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return (parts[1] === "-" ? -minutes : minutes) * minuteUs;
}
