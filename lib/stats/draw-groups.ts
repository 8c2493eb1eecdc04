/** The groups drawn by each resample: as many as there are, with replacement. */
export type DrawnGroups = { readonly groups: number; readonly picks: Uint16Array };

/** Number of resamples, and a source of random integers from 0 up to its argument. */
export type Draws = { readonly samples: number; readonly below: (limit: number) => number };

/**
 * Draws groups at random.
 * @param groups their number, at most 65,536
 */
export function drawGroups(groups: number, { samples, below }: Draws): DrawnGroups {
  const picks = new Uint16Array(samples * groups);
  for (let at = 0; at < picks.length; at += 1) picks[at] = below(groups);
  return { groups, picks };
}
