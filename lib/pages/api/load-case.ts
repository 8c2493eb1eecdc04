import "server-only";
import { noKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CaseDetail } from "@/lib/analytics/exports/case-detail-schema";
import { instantOf } from "@/lib/analytics/exports/export-case";
import { exportCaseDetail } from "@/lib/analytics/exports/export-case-detail";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import { seenLink } from "@/lib/analytics/load/seen-link";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { NamedWorkspace } from "./load-cases";

/**
 * One case with all that was found in it.
 * @param asOfUs microseconds since 1970
 * @returns null where there is no such case within the scope
 */
export async function loadApiCase(
  { path, scope, name, readsText }: NamedWorkspace & { readonly readsText: boolean },
  caseId: string,
  asOfUs: number,
): Promise<CaseDetail | null> {
  const reader = await readerOrEmpty(path);
  const stored = await readRememberedCase(reader, caseId);
  if (stored === null || (await caseVisibility(reader, scope, caseId)) !== "seen") return null;
  const { row, derived, knowledge } = stored;
  const read = { row, derived, knowledge: knowledge ?? noKnowledge };
  const detail = exportCaseDetail(read, { readsText }, asOfUs);
  const mergedInto = await seenLink(reader, scope, row.mergedInto);
  return {
    ...{ as_of: instantOf(asOfUs), workspace: name },
    ...detail,
    case: { ...detail.case, merged_into: mergedInto },
  };
}
