import { logGamma } from "../special-functions";
import type { Proportion } from "./newcombe-difference";

/** Tables as likely as the observed one but for rounding count with it. */
const tolerance = 1 + 1e-7;

/**
 * Fisher's exact test of two independent proportions, two-sided: the chance, with the totals as they are, of a table
 * no more likely than the observed one (Fisher 1935; the sum of smaller probabilities, as in R's `fisher.test`).
 */
export function fisherExact(one: Proportion, other: Proportion): number {
  const hits = one.hits + other.hits;
  const all = one.of + other.of;
  const whole = logChoose(all, hits);
  const chanceOf = (first: number) =>
    Math.exp(logChoose(one.of, first) + logChoose(other.of, hits - first) - whole);
  const observed = chanceOf(one.hits) * tolerance;
  let sum = 0;
  const most = Math.min(one.of, hits);
  for (let first = Math.max(0, hits - other.of); first <= most; first += 1) {
    const chance = chanceOf(first);
    if (chance <= observed) sum += chance;
  }
  return Math.min(1, sum);
}

function logChoose(of: number, hits: number): number {
  return logGamma(of + 1) - logGamma(hits + 1) - logGamma(of - hits + 1);
}
