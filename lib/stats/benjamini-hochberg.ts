/**
 * Adjusts p-values of several tests (Benjamini and Hochberg 1995): of the tests with an adjusted value of at most
 * 0.05, on average at most 5 % are false alarms.
 * @param chances p-values in any order
 * @returns the adjusted ones in the same order
 */
export function benjaminiHochberg(chances: readonly number[]): readonly number[] {
  const count = chances.length;
  const order = chances
    .map((chance, index) => ({ chance, index }))
    .sort((a, b) => b.chance - a.chance);
  const adjusted = Array.from<number>({ length: count });
  let least = 1;
  order.forEach(({ chance, index }, place) => {
    least = Math.min(least, (chance * count) / (count - place));
    adjusted[index] = least;
  });
  return adjusted;
}
