import type { Interval } from "./interval";

/**
 * The percentile bootstrap's interval of a figure (Efron 1979): the figure of many samples, each of as
 * many units, drawn with replacement.
 * @param units what is drawn, independent of each other: customers, not their cases
 * @param figure of the units of a sample, which is drawn anew after; null where it has none, and then
 * the sample is left out
 * @param below gives a whole number from 0 up to its argument, by chance
 * @returns the middle 95 %, or null where fewer than half of the samples have a figure
 */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  figure: (sample: readonly Unit[]) => number | null,
  { samples, below }: { readonly samples: number; readonly below: (limit: number) => number },
): Interval | null {
  const figures: number[] = [];
  const sample = [...units];
  for (let drawn = 0; drawn < samples; drawn += 1) {
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[below(units.length)];
      if (unit !== undefined) sample[at] = unit;
    }
    const value = figure(sample);
    if (value !== null) figures.push(value);
  }
  if (figures.length * 2 < samples) return null;
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (figures.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}
