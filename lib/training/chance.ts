import { hashFeature } from "@/lib/learning/hash-feature";

/** Whole numbers from 0 up to a limit, the same after the same seed: a hash of seed and count. */
export function chanceFrom(seed: string): (limit: number) => number {
  let count = 0;
  return (limit) => {
    count += 1;
    return hashFeature(`${seed} ${String(count)}`, 31) % limit;
  };
}
