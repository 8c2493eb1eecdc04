import { benjaminiHochberg } from "@/lib/stats/benjamini-hochberg";
import type { Interval } from "@/lib/stats/interval";
import { fisherExact } from "@/lib/stats/proportions/fisher-exact";
import { newcombeDifference, type Proportion } from "@/lib/stats/proportions/newcombe-difference";

/** A replayed case as its attributes tell it from others: "channel path", "chat > voice". */
export type AttributedItem = {
  readonly isFailing: boolean;
  /** Values by attribute, each once. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
};

/** How much more frequent a value is among the failing. */
export type CommonAttribute = {
  readonly attribute: string;
  readonly value: string;
  readonly failing: Proportion;
  readonly passing: Proportion;
  /** Share among the failing minus that among the passing, with its 95 % interval. */
  readonly difference: number;
  readonly interval: Interval;
  /** Fisher's exact test, corrected for the number of values that were looked at (Benjamini and Hochberg). */
  readonly chance: number;
};

/** A value of fewer failing cases says nothing of what they have in common. */
const failingMin = 3;

/**
 * Ranks what failing cases have in common by how much more frequent it is than among the passing ones. Values that
 * nearly nobody or everybody has are looked at too, and correct the others: who looks at many finds something.
 * @returns the values that are more frequent among the failing, the greatest difference first
 */
export function rankCommonAttributes(items: readonly AttributedItem[]): readonly CommonAttribute[] {
  const failing = items.filter(({ isFailing }) => isFailing);
  const passing = items.filter(({ isFailing }) => !isFailing);
  const [ofFailing, ofPassing] = [countValues(failing), countValues(passing)];
  const looked = [...ofFailing].flatMap(([attribute, values]) =>
    [...values].flatMap(([value, hits]) => {
      if (hits < failingMin) return [];
      const one = { hits, of: failing.length };
      const other = { hits: ofPassing.get(attribute)?.get(value) ?? 0, of: passing.length };
      const difference = newcombeDifference(one, other);
      if (difference === null) return [];
      const { value: size, interval } = difference;
      return [{ attribute, value, failing: one, passing: other, difference: size, interval }];
    }),
  );
  const chances = benjaminiHochberg(
    looked.map(({ failing: one, passing: other }) => fisherExact(one, other)),
  );
  return looked
    .map((each, at) => ({ ...each, chance: chances[at] ?? 1 }))
    .filter(({ difference }) => difference > 0)
    .sort(
      (a, b) =>
        b.difference - a.difference || (a.attribute + a.value < b.attribute + b.value ? -1 : 1),
    );
}

function countValues(
  items: readonly AttributedItem[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { attributes } of items) {
    for (const [attribute, values] of attributes) {
      const own = counts.get(attribute) ?? new Map<string, number>();
      counts.set(attribute, own);
      for (const value of new Set(values)) own.set(value, (own.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
