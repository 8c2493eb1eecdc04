/**
 * The percentile bootstrap's interval of a figure (Efron 1979): the figure of many samples drawn with
 * replacement from the groups, whole groups at a time, for rows of one group are not independent.
 * @param groups what is drawn; `below` gives a whole number from 0 up to its argument, by chance
 * @param figure null where a sample has none; such samples are left out
 * @returns the middle 95 %, or null where fewer than half of the samples have a figure
 */
export function bootstrapInterval<T>(
  groups: readonly (readonly T[])[],
  figure: (sample: readonly T[]) => number | null,
  { samples, below }: { readonly samples: number; readonly below: (limit: number) => number },
): readonly [low: number, high: number] | null {
  const figures: number[] = [];
  for (let drawn = 0; drawn < samples; drawn += 1) {
    const sample = groups.flatMap(() => groups[below(groups.length)] ?? []);
    const value = figure(sample);
    if (value !== null) figures.push(value);
  }
  if (figures.length * 2 < samples) return null;
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (figures.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}
