const digits = /^\d+$/;

/**
 * Reads OTLP's nanoseconds as microseconds, truncated.
 * @param nanos a decimal string (exact), or a JSON number (exact as far as a double is)
 * @returns microseconds since 1970, or 0 where nothing readable stands there
 */
export function microsFromNanos(nanos: unknown): number {
  if (typeof nanos === "string") {
    return nanos.length > 3 && digits.test(nanos) ? Number(nanos.slice(0, -3)) : 0;
  }
  if (typeof nanos === "number" && nanos > 0) return Math.floor(nanos / 1000);
  return 0;
}

/**
 * The same from a 64-bit integer in two halves.
 * @returns microseconds since 1970; what no double holds is rounded as `microsFromNanos` rounds it
 */
export function microsFromHalves(halves: { readonly high: number; readonly low: number }): number {
  const { high, low } = halves;
  // 2^32 ns = 4294967 µs + 296 ns
  const micros = high * 4_294_967 + Math.floor((high * 296 + low) / 1000);
  if (micros <= Number.MAX_SAFE_INTEGER) return micros;
  return Number(((BigInt(high) << 32n) + BigInt(low)) / 1000n);
}
