/** Which groups samples draw, sample by sample: each draws as many as there are, with replacement. */
export type DrawnGroups = { readonly groups: number; readonly picks: Uint16Array };

/** How many samples are drawn, and what gives a whole number from 0 up to its argument, by chance. */
export type Draws = { readonly samples: number; readonly below: (limit: number) => number };

/** Draws groups by chance. @param groups how many there are, at most 65,536 */
export function drawGroups(groups: number, { samples, below }: Draws): DrawnGroups {
  const picks = new Uint16Array(samples * groups);
  for (let at = 0; at < picks.length; at += 1) picks[at] = below(groups);
  return { groups, picks };
}
