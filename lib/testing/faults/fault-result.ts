import { readMemoryMiB } from "./read-memory";

/** What came of one kind of fault. */
export type FaultResult = {
  readonly kind: string;
  /** How many faults there were. */
  readonly tried: number;
  /** What was acknowledged and is not there, what ended wrong, and digests that differ; each with its seed. */
  readonly losses: readonly string[];
  /** What took longer than it may; `npm run faults` judges it, no test does. */
  readonly late: readonly string[];
  /** Digests compared with that of an undisturbed run, and how many were another. */
  readonly digests: { readonly compared: number; readonly differing: number };
  /** How often something happened, e.g. "status 503". */
  readonly counts: Readonly<Record<string, number>>;
  /** The most of something, e.g. of `memoryMiB` or `slowestMs`. */
  readonly most: Readonly<Record<string, number>>;
};

/** Collects what happened. */
export type FaultTally = {
  readonly lose: (what: string) => void;
  readonly compareDigest: (digest: string, undisturbed: string, where: string) => void;
  readonly count: (what: string, times?: number) => void;
  readonly most: (what: string, value: number) => void;
  /** Notes the most of a time, and whether it was too long. */
  readonly took: (what: string, ms: number, maxMs: number, where: string) => void;
  /** Notes the resident memory of a process that runs. */
  readonly measure: (pid: number | undefined) => void;
  readonly end: (tried: number) => FaultResult;
};

/** @param seed named with each loss, so that it can be had again */
export function createFaultTally(kind: string, seed: number): FaultTally {
  const losses: string[] = [];
  const late: string[] = [];
  const digests = { compared: 0, differing: 0 };
  const counts = new Map<string, number>();
  const highest = new Map<string, number>();
  const lose = (what: string) => void losses.push(`seed ${String(seed)}, ${what}`);
  const most = (what: string, value: number) =>
    void highest.set(what, Math.max(highest.get(what) ?? 0, Math.round(value)));
  return {
    lose,
    compareDigest: (digest, undisturbed, where) => {
      digests.compared += 1;
      if (digest === undisturbed) return;
      digests.differing += 1;
      lose(`${where}: another digest`);
    },
    count: (what, times = 1) => void counts.set(what, (counts.get(what) ?? 0) + times),
    most,
    took: (what, ms, maxMs, where) => {
      most(what, ms);
      if (ms > maxMs) late.push(`${where}: ${what} ${String(Math.round(ms))}`);
    },
    measure: (pid) => most("memoryMiB", readMemoryMiB(pid)),
    end: (tried) => ({
      ...{ kind, tried, losses, late, digests },
      counts: Object.fromEntries(counts),
      most: Object.fromEntries(highest),
    }),
  };
}

/** @throws Error that says what was lost, of which seed, and what else was seen */
export function requireNoLoss({ kind, tried, losses, counts, most }: FaultResult): void {
  if (tried > 0 && losses.length === 0) return;
  const seen = JSON.stringify({ ...counts, ...most });
  throw new Error(`${kind}: ${String(tried)} tried; lost: ${losses.join("; ")}; seen: ${seen}`);
}
