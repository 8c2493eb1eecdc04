/** What came of one kind of fault. */
export type FaultResult = {
  readonly kind: string;
  readonly seed: number;
  /** How many faults there were. */
  readonly tried: number;
  /** What was acknowledged and is not there, what ended wrong, and digests that differ. */
  readonly losses: readonly string[];
  /** Digests compared with that of an undisturbed run. */
  readonly digests: number;
  /** Further figures, such as statuses and the slowest answer. */
  readonly figures: Readonly<Record<string, number | string>>;
};

/** Collects what went wrong. */
export type FaultTally = {
  readonly lose: (what: string) => void;
  readonly compareDigest: (digest: string, undisturbed: string, where: string) => void;
  readonly end: (
    of: Pick<FaultResult, "kind" | "seed" | "tried">,
    figures?: FaultResult["figures"],
  ) => FaultResult;
};

export function createFaultTally(): FaultTally {
  const losses: string[] = [];
  let digests = 0;
  return {
    lose: (what) => losses.push(what),
    compareDigest: (digest, undisturbed, where) => {
      digests += 1;
      if (digest !== undisturbed) losses.push(`${where}: another digest`);
    },
    end: (of, figures = {}) => ({ ...of, losses, digests, figures }),
  };
}

/** How often each value occurs, e.g. "200: 31, 503: 2". */
export function countEach(values: readonly (string | number)[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([value, count]) => `${value}: ${String(count)}`)
    .join(", ");
}
