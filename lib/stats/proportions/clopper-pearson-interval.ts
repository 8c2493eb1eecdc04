import type { Interval } from "../interval";
import { betaQuantile } from "../special-functions";

/**
 * The exact interval of a proportion (Clopper and Pearson 1934), two-sided: never narrower than its
 * level, mostly wider. It asks which proportions make so few, and so many, hits too rare.
 * @param hits from 0 to `of`
 * @returns null where there is nothing to count
 */
export function clopperPearsonInterval(hits: number, of: number, level = 0.95): Interval | null {
  if (of === 0) return null;
  const beyond = (1 - level) / 2;
  const low = hits === 0 ? 0 : betaQuantile(beyond, hits, of - hits + 1);
  const high = hits === of ? 1 : betaQuantile(1 - beyond, hits + 1, of - hits);
  return [low, high];
}
