import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { JudgedCohort } from "@/lib/domain/gate/judged-cohort";

/**
 * Keeps of a cohort what decides. Clusters are numbered in the order of their first items: which items belong
 * together decides, not to whom.
 * @param cohort by id; `sha256` is of all of its contents
 */
export function judgedCohort({
  name,
  sha256,
  items,
}: {
  readonly name: string;
  readonly sha256: string;
  readonly items: readonly CohortItem[];
}): JudgedCohort {
  const numbers = new Map<string, string>();
  const opaque = (cluster: string) => {
    const known = numbers.get(cluster);
    if (known !== undefined) return known;
    const next = `c${String(numbers.size + 1)}`;
    numbers.set(cluster, next);
    return next;
  };
  return {
    ...{ name, sha256 },
    items: items.map(({ id, cluster, channels, stratum }) => ({
      id,
      cluster: cluster === null ? null : opaque(cluster),
      ...{ channels, stratum },
    })),
  };
}
