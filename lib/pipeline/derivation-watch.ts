export type DerivationWatch = {
  /** Resolves when nothing waits any more, with how many cases were derived since the watch began. */
  readonly whenDerived: () => Promise<number>;
};

export type DerivationWatches = {
  readonly start: () => DerivationWatch;
  readonly noteDerived: (cases: ReadonlySet<string>) => void;
  readonly noteNothingWaits: () => void;
};

/** Tells whoever asks when derivation has caught up, and how many cases that took. */
export function createDerivationWatches(): DerivationWatches {
  const cases = new Set<Set<string>>();
  const waiting = new Set<() => void>();
  return {
    start: () => {
      const derived = new Set<string>();
      cases.add(derived);
      return {
        whenDerived: async () => {
          await new Promise<void>((resolve) => waiting.add(resolve));
          cases.delete(derived);
          return derived.size;
        },
      };
    },
    noteDerived: (derived) => {
      for (const watched of cases) for (const caseId of derived) watched.add(caseId);
    },
    noteNothingWaits: () => {
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
  };
}
