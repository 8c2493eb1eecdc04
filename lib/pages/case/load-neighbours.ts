import "server-only";
import { positionOf, sortCases } from "@/lib/analytics/select/sort-cases";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { readCaseId, readCaseKey } from "@/lib/store/cases/list-case-rows";
import type { CaseNeighbours } from "./case-neighbours";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { findCases } from "@/lib/analytics/load/find-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Finds a case's place in the list one came from, and the cases beside it there.
 * @param query the list; its page does not matter
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 * @returns null where the list does not have the case
 */
export async function loadCaseNeighbours(
  { path, scope }: SeenWorkspace,
  query: CasesQuery,
  caseId: string,
  asOfUs: number,
): Promise<CaseNeighbours | null> {
  const reader = workspaceReader(path);
  const key = reader === null ? null : await readCaseKey(reader, caseId);
  if (reader === null || key === null) return null;
  const found = await findCases(reader, scope, query, asOfUs);
  const { table, order } = found;
  const selection = found.selection();
  const { keys, fails } = selection;
  if (fails[key] !== 0) return null;
  const before = positionOf(table, keys, order, key);
  const around = sortCases(table, keys, order, Math.max(0, before - 1), before + 2);
  const idAt = async (place: number) => {
    const neighbour = around[place];
    const id = neighbour === undefined ? null : await readCaseId(reader, neighbour);
    // A key may have gone to another case since.
    return id === null || (await caseVisibility(reader, scope, id)) !== "seen" ? null : id;
  };
  const own = before === 0 ? 0 : 1;
  return {
    previous: own === 0 ? null : await idAt(0),
    next: await idAt(own + 1),
    position: before + 1,
    total: keys.length,
  };
}
