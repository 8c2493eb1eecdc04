import { chiSquareShare } from "@/lib/stats/special-functions";

/** So many days to compare with at least. */
const daysMin = 3;
/** Fewer contacts than that are by chance in less than 1 of 1,000 days. */
const chance = 0.001;

/**
 * How many contacts a day should have had by others like it, where it had fewer than chance explains. The rate is taken
 * one standard deviation low, so that few contacts prove little.
 * @param before the contacts of the same weekday in the weeks before
 * @returns null where there is nothing unusual, or too little to compare with
 */
export function expectedIfFew(before: readonly number[], count: number): number | null {
  if (before.length < daysMin) return null;
  const sum = before.reduce((total, each) => total + each, 0);
  const rate = (sum - Math.sqrt(sum)) / before.length;
  if (rate <= 0) return null;
  // At most `count` Poisson events: the chi-square distribution of twice the rate.
  const atMost = 1 - chiSquareShare(2 * rate, 2 * (count + 1));
  return atMost < chance ? sum / before.length : null;
}
