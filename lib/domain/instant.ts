/** Instants range from 1970-01-01 to before 2200-01-01 UTC, in microseconds since 1970. */
const earliestInstantUs = 0;
export const instantsEndUs = 7_258_118_400_000_000;

/**
 * Whether a number is a valid instant. Every reader of times checks it, so that later code never iterates over days
 * up to an absurd year.
 * @param atUs microseconds since 1970; NaN and infinities are invalid
 */
export function isInstant(atUs: number): boolean {
  // Stored JSON has null for an infinity, whatever its type says.
  return Number.isFinite(atUs) && atUs >= earliestInstantUs && atUs < instantsEndUs;
}
