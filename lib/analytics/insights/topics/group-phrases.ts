/** Sums of the same likenesses differ by rounding; closer ones count as equal. */
const rounding = 1e-12;

/**
 * Groups things by average linkage: the two groups whose members are most alike on average are joined, until no two are
 * alike enough. Of equal ones the first in order are joined.
 * @param count of things
 * @param alike likeness of two things, symmetric, row by row; it is overwritten
 * @param from groups less alike are kept apart
 * @returns groups of positions
 */
export function groupByLikeness(
  count: number,
  alike: Float64Array,
  from: number,
): readonly (readonly number[])[] {
  const groups: (number[] | null)[] = Array.from({ length: count }, (_, at) => [at]);
  const isOpen = (at: number) => groups[at] !== null;
  const nearest = Int32Array.from({ length: count }, (_, at) =>
    nearestOf(at, count, alike, isOpen),
  );
  for (;;) {
    const kept = mostAlike(nearest, count, alike, from);
    const joined = nearest[kept] ?? -1;
    const [mine, theirs] = [groups[kept], groups[joined]];
    if (mine == null || theirs == null) break;
    joinRows({ kept, joined, count }, alike, mine.length, theirs.length);
    mine.push(...theirs);
    groups[joined] = null;
    nearest[joined] = -1;
    // The mean is at most the larger of both, so that of the others only those that were nearest to them change.
    for (let at = 0; at < count; at += 1) {
      const isChanged = at === kept || nearest[at] === kept || nearest[at] === joined;
      if (isOpen(at) && isChanged) nearest[at] = nearestOf(at, count, alike, isOpen);
    }
  }
  return groups.flatMap((group) => (group === null ? [] : [group]));
}

/** The later group that is most like one, the first of equal ones; -1: there is no later one. */
function nearestOf(
  one: number,
  count: number,
  alike: Float64Array,
  isOpen: (at: number) => boolean,
): number {
  let [most, found] = [-Infinity, -1];
  for (let other = one + 1; other < count; other += 1) {
    const likeness = alike[one * count + other] ?? 0;
    if (likeness <= most + rounding || !isOpen(other)) continue;
    most = likeness;
    found = other;
  }
  return found;
}

/** The first group with the nearest other; -1: none is near enough. */
function mostAlike(nearest: Int32Array, count: number, alike: Float64Array, from: number): number {
  let [most, found] = [from - rounding, -1];
  nearest.forEach((other, one) => {
    const likeness = other < 0 ? -Infinity : (alike[one * count + other] ?? 0);
    if (likeness <= most + rounding) return;
    most = likeness;
    found = one;
  });
  return found;
}

type Join = { readonly kept: number; readonly joined: number; readonly count: number };

/** Writes the likenesses of the union to the row and the column of the group that is kept. */
function joinRows(
  { kept, joined, count }: Join,
  alike: Float64Array,
  mine: number,
  theirs: number,
) {
  for (let other = 0; other < count; other += 1) {
    const [a = 0, b = 0] = [alike[kept * count + other], alike[joined * count + other]];
    const mean = (mine * a + theirs * b) / (mine + theirs);
    alike[kept * count + other] = mean;
    alike[other * count + kept] = mean;
  }
}
