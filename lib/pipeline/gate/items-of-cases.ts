import type { CohortItem } from "@/lib/domain/gate/cohort";
import { createClusters, itemOfCase } from "@/lib/gate/cohort/item-of-case";
import { readCohortSource } from "@/lib/store/gate/cohort-sources";
import type { Connection } from "@/lib/store/port";
import { sha256 } from "@/lib/store/sha256";
import { mapInOrder } from "@/lib/domain/in-order";

/** Makes a cohort's items of stored cases, without expected outcomes; cases that are not stored are left out. */
export async function itemsOfCases(
  connection: Connection,
  caseIds: readonly string[],
): Promise<readonly CohortItem[]> {
  const found = await mapInOrder(caseIds, (caseId) => readCohortSource(connection, caseId));
  const sources = found.filter((source) => source !== null);
  const clusterOf = createClusters([], new Map());
  return sources.map((source) =>
    itemOfCase(source, { cluster: clusterOf(source.customerId), expected: null }, sha256),
  );
}
