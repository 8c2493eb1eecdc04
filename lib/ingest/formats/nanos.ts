import type { SpanFindings } from "./span-findings";

const decimal = /^-?\d+$/;
/** 2000-01-01 and 2100-01-01, in seconds since 1970. */
const [plausibleFrom, plausibleBefore] = [946_684_800, 4_102_444_800];
const coarserUnits = [
  { name: "seconds", perSecond: 1 },
  { name: "milliseconds", perSecond: 1e3 },
  { name: "microseconds", perSecond: 1e6 },
] as const;

/**
 * Converts OTLP nanoseconds to microseconds, truncated. What is a time of this century in a coarser unit is read as
 * that, with a finding: from 2000 to 2099 no unit is mistaken for another. The caller checks `isInstant`: the result
 * may be negative, beyond 2^53 or infinite.
 * @param nanos a decimal string (exact), or a JSON number (as exact as a double)
 * @returns microseconds since 1970; 0 if unreadable
 */
export function microsFromNanos(nanos: unknown, findings: SpanFindings): number {
  const isText = typeof nanos === "string" && decimal.test(nanos);
  if (!isText && typeof nanos !== "number") return 0;
  const micros = inCoarserUnit(Number(nanos), findings);
  if (micros !== null) return micros;
  if (!isText) return Math.floor(Number(nanos) / 1000);
  return nanos.length > 3 ? Number(nanos.slice(0, -3)) : 0;
}

/**
 * As `microsFromNanos` for a 64-bit integer in two halves.
 * @returns microseconds since 1970, rounded beyond 2^53 (the year 2255)
 */
export function microsFromHalves(
  { high, low }: { readonly high: number; readonly low: number },
  findings: SpanFindings,
): number {
  const micros = inCoarserUnit(high * 2 ** 32 + low, findings);
  // 2^32 ns = 4294967 µs + 296 ns
  return micros ?? high * 4_294_967 + Math.floor((high * 296 + low) / 1000);
}

function inCoarserUnit(value: number, findings: SpanFindings): number | null {
  const unit = coarserUnits.find(
    ({ perSecond }) => value >= plausibleFrom * perSecond && value < plausibleBefore * perSecond,
  );
  if (unit === undefined) return null;
  findings.add("time-implausible", `A time is in ${unit.name}, not nanoseconds, and is read so.`);
  return Math.floor(value * (1e6 / unit.perSecond));
}
