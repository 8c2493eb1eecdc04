import { hashFeature } from "@/lib/learning/hash-feature";

/** Random integers below a limit, deterministic for a seed: a hash of seed and count. */
export function chanceFrom(seed: string): (limit: number) => number {
  let count = 0;
  return (limit) => {
    count += 1;
    return hashFeature(`${seed} ${String(count)}`, 31) % limit;
  };
}
