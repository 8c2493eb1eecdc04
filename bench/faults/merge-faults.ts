import type { FaultResult } from "@/lib/testing/faults/fault-result";

/** Adds up two results of one kind. */
export function mergeFaults(one: FaultResult, other: FaultResult): FaultResult {
  return {
    kind: one.kind,
    tried: one.tried + other.tried,
    losses: [...one.losses, ...other.losses],
    late: [...one.late, ...other.late],
    digests: {
      compared: one.digests.compared + other.digests.compared,
      differing: one.digests.differing + other.digests.differing,
    },
    counts: mergeFigures(one.counts, other.counts, (some, more) => some + more),
    most: mergeFigures(one.most, other.most, Math.max),
  };
}

type Figures = FaultResult["counts"];

function mergeFigures(
  one: Figures,
  other: Figures,
  merge: (some: number, more: number) => number,
): Figures {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, merge(one[name] ?? 0, other[name] ?? 0)]));
}
