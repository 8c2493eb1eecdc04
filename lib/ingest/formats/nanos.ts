const decimal = /^-?\d+$/;

/**
 * Converts OTLP nanoseconds to microseconds, truncated. The caller checks `isInstant`: the result
 * may be negative, beyond 2^53 or infinite.
 * @param nanos a decimal string (exact), or a JSON number (as exact as a double)
 * @returns microseconds since 1970; 0 if unreadable
 */
export function microsFromNanos(nanos: unknown): number {
  if (typeof nanos === "string") {
    return nanos.length > 3 && decimal.test(nanos) ? Number(nanos.slice(0, -3)) : 0;
  }
  return typeof nanos === "number" ? Math.floor(nanos / 1000) : 0;
}

/**
 * As `microsFromNanos` for a 64-bit integer in two halves.
 * @returns microseconds since 1970, rounded beyond 2^53 (the year 2255)
 */
export function microsFromHalves(halves: { readonly high: number; readonly low: number }): number {
  const { high, low } = halves;
  // 2^32 ns = 4294967 µs + 296 ns
  return high * 4_294_967 + Math.floor((high * 296 + low) / 1000);
}
