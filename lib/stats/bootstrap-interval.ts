import type { Interval } from "./interval";

/**
 * Percentile bootstrap interval of a figure (Efron 1979): of many resamples of the same size.
 * @param units independent units: customers, not their cases
 * @param figure of a resample; the array is reused afterwards; null if undefined, and then the resample is skipped
 * @param below returns a random integer from 0 up to its argument
 * @returns the middle 95 %, or null if fewer than half of the resamples have a figure
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
