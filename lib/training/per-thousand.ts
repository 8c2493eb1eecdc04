import type { Judged } from "./recipes/recipe";

/**
 * Counts something per thousand words of rows; each row is counted once.
 * @param count counts of a row by name, with all its words
 * @returns by name of a count: its number per thousand words of the rows, null of none
 */
export function perThousand<Name extends string>(
  count: (judged: Judged) => Readonly<Record<Name | "words", number>>,
): (judged: readonly Judged[], what: Name) => number | null {
  const counted = new WeakMap<Judged, Readonly<Record<Name | "words", number>>>();
  return (judged, what) => {
    let [words, hits] = [0, 0];
    for (const each of judged) {
      const counts = counted.get(each) ?? count(each);
      counted.set(each, counts);
      words += counts.words;
      hits += counts[what];
    }
    return words === 0 ? null : (hits / words) * 1000;
  };
}
