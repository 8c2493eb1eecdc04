import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { totalRate, type Cell } from "@/lib/analytics/outcomes/cell-sums";
import type { ReleaseCell } from "@/lib/analytics/outcomes/release-cells";

/** A kind's contribution to the change of a rate, as a share: 0.02 is two points. */
export type Contribution = {
  readonly type: string;
  readonly first: Cell["first"];
  readonly now: Proportion;
  readonly before: Proportion;
  /** Rate effect. */
  readonly rate: number;
  /** Its mean weight over both periods. */
  readonly weight: number;
  /** Its current cases by release, see `releaseEffect`; empty: not in both periods. */
  readonly releases: readonly ReleaseCell[];
  /** Mix effect. */
  readonly mix: number;
};

/**
 * Decomposes the change of the overall rate by kind of case. Each kind's rate effect is its mean weight
 * times the change of its rate; its mix effect is the change of its weight times how far its mean rate lies
 * from that of the whole (Kitagawa 1955, Journal of the American Statistical Association 50: 1168–1194).
 * All effects sum to the change. A kind present in one period only has no rate effect.
 * @param released current cells by release
 * @returns by kind and release in the order of their names; empty: a period without cases
 */
export function decomposeChange(
  now: readonly Cell[],
  before: readonly Cell[],
  released: readonly ReleaseCell[],
): readonly Contribution[] {
  const [all, allBefore] = [totalRate(now), totalRate(before)];
  if (all.of === 0 || allBefore.of === 0) return [];
  const middle = (all.hits / all.of + allBefore.hits / allBefore.of) / 2;
  const known = new Map(before.map((cell) => [nameOf(cell), cell]));
  const names = new Set(now.map(nameOf));
  const releasesOf = byKind(released);
  const pairs = [
    ...now.map((cell) => ({ cell, one: cell.rate, other: known.get(nameOf(cell))?.rate ?? none })),
    ...before
      .filter((cell) => !names.has(nameOf(cell)))
      .map((cell) => ({ cell, one: none, other: cell.rate })),
  ];
  pairs.sort((one, other) => (nameOf(one.cell) < nameOf(other.cell) ? -1 : 1));
  return pairs.map(({ cell, one, other }) => {
    const { type, first } = cell;
    const [weight, weightBefore] = [one.of / all.of, other.of / allBefore.of];
    const rate = one.of === 0 ? other.hits / other.of : one.hits / one.of;
    const rateBefore = other.of === 0 ? rate : other.hits / other.of;
    const middleWeight = (weight + weightBefore) / 2;
    const isInBoth = one.of > 0 && other.of > 0;
    return {
      ...{ type, first, now: one, before: other },
      rate: middleWeight * (rate - rateBefore),
      weight: middleWeight,
      releases: isInBoth ? (releasesOf.get(nameOf(cell)) ?? []) : [],
      mix: (weight - weightBefore) * ((rate + rateBefore) / 2 - middle),
    };
  });
}

/**
 * A release's contribution to the change of its kind's rate; all releases sum to it. As releases replace
 * each other, a release has no rate in the other period: the contribution is its rate minus the kind's
 * previous rate, weighted by its share of the kind's current cases.
 */
export function releaseEffect(
  { weight, now, before }: Contribution,
  { rate: { hits, of } }: ReleaseCell,
): number {
  return (weight * (hits - of * (before.hits / before.of))) / now.of;
}

function nameOf({ type, first }: Pick<Cell, "type" | "first">): string {
  return `${first}\n${type}`;
}

function byKind(released: readonly ReleaseCell[]): ReadonlyMap<string, readonly ReleaseCell[]> {
  const kinds = new Map<string, ReleaseCell[]>();
  let own: ReleaseCell[] = [];
  for (const each of released) {
    // Cells of one kind are mostly adjacent; avoids a lookup per cell.
    const last = own.at(-1);
    if (last?.type !== each.type || last.first !== each.first) {
      const name = nameOf(each);
      own = kinds.get(name) ?? [];
      kinds.set(name, own);
    }
    own.push(each);
  }
  const nameOfReleases = ({ releases }: ReleaseCell) => releases.join("\n");
  for (const each of kinds.values())
    each.sort((one, other) => (nameOfReleases(one) < nameOfReleases(other) ? -1 : 1));
  return kinds;
}

const none: Proportion = { hits: 0, of: 0 };
