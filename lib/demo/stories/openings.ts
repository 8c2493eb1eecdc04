import { atBusyHour, dayUs, weekCount, weekUs } from "../calendar";
import type { Chance } from "../chance";
import type { World } from "../world";

/**
 * Opening times of a story's cases, spread over the weeks.
 * @param lastDays no case opens in this many days before the end, so that the story can finish
 * @param fromWeek the first week
 * @param toWeek the week before which the last opens
 */
export function openings(
  world: World,
  chance: Chance,
  spread: {
    readonly count: number;
    readonly lastDays: number;
    readonly fromWeek?: number;
    readonly toWeek?: number;
  },
): readonly number[] {
  const { count, lastDays, fromWeek = 0, toWeek = weekCount } = spread;
  const fromUs = world.startUs + fromWeek * weekUs + dayUs;
  const span = (toWeek - fromWeek) * weekUs - (lastDays + 1) * dayUs;
  return Array.from({ length: count }, (_, index) => {
    const share = (index + chance.below(1000) / 1000) / count;
    return atBusyHour(chance, fromUs + Math.floor(share * span));
  });
}
