import type { Interval } from "../interval";
import { betaQuantile } from "../special-functions";

/**
 * The exact two-sided interval of a proportion (Clopper and Pearson 1934): coverage is at least its level.
 * @param hits from 0 to `of`
 * @returns null if `of` is 0
 */
export function clopperPearsonInterval(hits: number, of: number, level = 0.95): Interval | null {
  if (of === 0) return null;
  const beyond = (1 - level) / 2;
  const low = hits === 0 ? 0 : betaQuantile(beyond, hits, of - hits + 1);
  const high = hits === of ? 1 : betaQuantile(1 - beyond, hits + 1, of - hits);
  return [low, high];
}
