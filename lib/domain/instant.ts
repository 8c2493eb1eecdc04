/** Instants are kept from 1970-01-01 to before 2200-01-01 UTC, microseconds since 1970. */
const earliestInstantUs = 0;
export const instantsEndUs = 7_258_118_400_000_000;

/**
 * Whether a number can be the time of something that happened or is due. Whatever reads a time asks this,
 * so that nothing behind it counts days up to a year that nobody meant.
 * @param atUs microseconds since 1970; NaN and the infinities are no instants
 */
export function isInstant(atUs: number): boolean {
  // What was stored as JSON has null for an infinity, whatever its type says.
  return Number.isFinite(atUs) && atUs >= earliestInstantUs && atUs < instantsEndUs;
}
