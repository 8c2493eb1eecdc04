import type { CohortItem } from "@/lib/domain/gate/cohort";
import { createClusters, itemOfCase } from "@/lib/gate/cohort/item-of-case";
import { readCohortSource } from "@/lib/store/gate/cohort-sources";
import { sha256 } from "@/lib/store/sha256";

/** Makes a cohort's items of stored cases, without expected outcomes; cases that are not stored are left out. */
export function itemsOfCases(
  connection: Parameters<typeof readCohortSource>[0],
  caseIds: readonly string[],
): readonly CohortItem[] {
  const sources = caseIds.flatMap((caseId) => readCohortSource(connection, caseId) ?? []);
  const clusterOf = createClusters([], new Map());
  return sources.map((source) =>
    itemOfCase(source, { cluster: clusterOf(source.customerId), expected: null }, sha256),
  );
}
