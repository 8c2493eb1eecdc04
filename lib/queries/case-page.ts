import "server-only";
import { outcomeAt } from "@/lib/domain/outcome";
import { outcomeFacts } from "@/lib/rollup/outcome-facts";
import { readCase } from "@/lib/store/read-case";
import type { CasePageModel } from "@/lib/view/case-page-model";
import type { CaseQuery } from "@/lib/view/case-query";
import { prepareCasePage } from "@/lib/view/prepare-case-page";
import { workspaceReader } from "./workspace-reader";

/**
 * Reads what the Case page shows.
 * @param path the workspace's file
 * @param asOfUs the instant as of which the outcome is told, microseconds since 1970
 * @returns null where there is no such case
 */
export async function loadCasePage(
  path: string,
  caseId: string,
  query: CaseQuery,
  asOfUs: number,
): Promise<CasePageModel | null> {
  const reader = workspaceReader(path);
  const stored = reader === null ? null : await readCase(reader, caseId);
  if (stored === null) return null;
  const { row, derived } = stored;
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  const { repeatUs, repeatCaseId } = row;
  return prepareCasePage(
    { derived, outcome, repeatUs, repeatCaseId, handoffFacts: [] },
    query,
    asOfUs,
  );
}
