import { betaShare, betaQuantile, logGamma } from "../special-functions";

/** Hits that reach a bar: a minimum of 0.78 of 200 is 156, whatever floating point makes of it. */
export function hitsNeeded(minimum: number, of: number): number {
  return Math.ceil(minimum * of - 1e-9);
}

/**
 * The largest true share that fails a bar on the raw share with a power: P(X < needed) ≥ power for X binomial, exactly.
 * The binomial tail is a beta distribution's (Johnson, Kemp and Kotz 2005, 3.4).
 * @param of independent things, a whole number
 * @returns null if nothing can fail the bar
 */
export function shareSeenBelow(minimum: number, of: number, power: number): number | null {
  const needed = hitsNeeded(minimum, of);
  return needed <= 0 ? null : betaQuantile(1 - power, needed, of - needed + 1);
}

/**
 * Power of the exact one-sided McNemar test, exactly: pairs become worse or better with these chances, the number of
 * changed pairs is binomial, and so is that of the worse ones among them (Miettinen 1968; Connor 1987).
 * @param of independent pairs, a whole number
 * @param level a chance below it is significant
 */
export function mcnemarPower(of: number, worse: number, better: number, level = 0.05): number {
  return powerWith(criticalCounts(of, level), of, worse, better);
}

/**
 * The smallest drop of a share that the exact one-sided McNemar test sees with a power, if so many become better too.
 * @param of independent pairs, a whole number
 * @param better the chance of a pair to become better; to become worse it is that plus the drop
 * @returns null if it sees none
 */
export function dropSeenByMcnemar(
  of: number,
  better: number,
  power: number,
  level = 0.05,
): number | null {
  const critical = criticalCounts(of, level);
  const powerAt = (drop: number) => powerWith(critical, of, better + drop, better);
  let [low, high] = [0, 1 - 2 * better];
  if (powerAt(high) < power) return null;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (powerAt(middle) < power) low = middle;
    else high = middle;
  }
  return high;
}

/** By the number of changed pairs, the fewest worse ones that are significant; more than there are: never. */
function criticalCounts(most: number, level: number): readonly number[] {
  let fewest = 1;
  return Array.from({ length: most + 1 }, (_, changed) => {
    while (fewest <= changed && betaShare(0.5, fewest, changed - fewest + 1) >= level) fewest += 1;
    return fewest;
  });
}

function powerWith(critical: readonly number[], of: number, worse: number, better: number): number {
  const changing = worse + better;
  if (changing <= 0) return 0;
  // Counts more than nine standard deviations away add less than rounding does.
  const spread = 9 * Math.sqrt(of * changing) + 9;
  const from = Math.max(0, Math.floor(of * changing - spread));
  const to = Math.min(of, Math.ceil(of * changing + spread));
  let power = 0;
  for (let changed = from; changed <= to; changed += 1) {
    const fewest = critical[changed] ?? Infinity;
    if (fewest > changed) continue;
    power +=
      binomialChance(changed, of, changing) *
      betaShare(worse / changing, fewest, changed - fewest + 1);
  }
  return power;
}

function binomialChance(hits: number, of: number, share: number): number {
  if (share >= 1) return hits === of ? 1 : 0;
  const ways = logGamma(of + 1) - logGamma(hits + 1) - logGamma(of - hits + 1);
  return Math.exp(ways + hits * Math.log(share) + (of - hits) * Math.log1p(-share));
}
