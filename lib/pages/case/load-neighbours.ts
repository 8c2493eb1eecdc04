import "server-only";
import { listNeighbours } from "@/lib/analytics/ask/list";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { readCaseId, readCaseKey } from "@/lib/store/cases/list-case-rows";
import type { CaseNeighbours } from "./case-neighbours";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Finds a case's position in the list one came from, and its neighbours there.
 * @param query the list; its page does not matter
 * @param asOfUs the instant of the outcomes, microseconds since 1970
 * @returns null where the list does not have the case
 */
export async function loadCaseNeighbours(
  seen: SeenWorkspace,
  query: CasesQuery,
  caseId: string,
  asOfUs: number,
): Promise<CaseNeighbours | null> {
  const reader = workspaceReader(seen.path);
  const key = reader === null ? null : await readCaseKey(reader, caseId);
  if (reader === null || key === null) return null;
  const found = await readSnapshot(seen, query, asOfUs, (cases) => listNeighbours(cases, key));
  if (found === null) return null;
  const idOf = async (neighbour: number | null) => {
    const id = neighbour === null ? null : await readCaseId(reader, neighbour);
    // A key may have been given to another case since.
    return id === null || (await caseVisibility(reader, seen.scope, id)) !== "seen" ? null : id;
  };
  return {
    previous: await idOf(found.previous),
    next: await idOf(found.next),
    position: found.position + 1,
    total: found.total,
  };
}
