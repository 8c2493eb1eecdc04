import type { Interval } from "@/lib/stats/interval";
import { standardErrors } from "@/lib/stats/quantiles/normal-quantile";
import { chiSquareShare } from "@/lib/stats/special-functions";
import type { Sums } from "@/lib/stats/sums";
import { residualOf, type Reference } from "./reference";

/** The change of a channel from its baseline since an instant. */
export type Effect = {
  /** Microseconds since 1970. */
  readonly sinceUs: number;
  readonly count: number;
  /** In the measure's own unit, within kinds of case. */
  readonly value: number;
  readonly interval: Interval;
  /** Its two-sided p-value. */
  readonly chance: number;
};

/** The fewest contacts that an effect must rest on for a verdict. */
export const leastContacts = 30;

/** Whether a change is of contacts enough for a verdict. */
export function hasEnough(effect: Pick<Effect, "count"> | null): boolean {
  return effect !== null && effect.count >= leastContacts;
}

/**
 * The effect over some contacts: the mean of value − baseline within kinds of case, and a normal interval with the
 * errors of both.
 * @param contacts by kind of case
 * @returns null of no contact
 */
export function effectOf(
  contacts: readonly Sums[],
  reference: Reference,
  sinceUs: number,
): Effect | null {
  const residual = residualOf(contacts, reference);
  if (residual === null) return null;
  const { count, mean: value, spread, centreError } = residual;
  const error = Math.hypot(Math.max(spread, reference.spread) / Math.sqrt(count), centreError);
  const reach = standardErrors(0.95) * error;
  const chance = 1 - chiSquareShare((value / error) ** 2, 1);
  return { sinceUs, count, value, interval: [value - reach, value + reach], chance };
}
