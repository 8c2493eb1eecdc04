import "server-only";
import { outcomeAt } from "@/lib/domain/outcome";
import { outcomeFacts } from "@/lib/rollup/outcome-facts";
import { readCaseDecisions } from "@/lib/store/case-decisions";
import { isCaseWaiting, readCaseReach } from "@/lib/store/case-reach";
import type { Database } from "@/lib/store/database";
import { readNotes } from "@/lib/store/notes";
import type { StoredCase } from "@/lib/store/read-case";
import { readCustomer } from "@/lib/store/read-customer";
import { readSettings } from "@/lib/store/decisions";
import type { CasePageModel } from "@/lib/view/case-page-model";
import type { CaseQuery } from "@/lib/view/case-query";
import type { CaseAroundInput } from "@/lib/view/prepare-case-around";
import { prepareCasePage } from "@/lib/view/prepare-case-page";
import { caseKnowledge } from "./case-knowledge";
import { readRememberedCase } from "./read-remembered-case";
import { workspaceReader } from "./workspace-reader";

/** Of a customer with more cases the latest are read. */
const customerCasesMax = 50;

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
  const stored = reader === null ? null : await readRememberedCase(reader, caseId);
  if (reader === null || stored === null) return null;
  const { row, derived } = stored;
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  const { repeatUs, repeatCaseId } = row;
  const around = await loadAround(reader, stored, asOfUs);
  const settings = await readSettings(reader);
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const knowledge = caseKnowledge(derived, settings, asOfUs);
  return prepareCasePage(
    { derived, outcome, repeatUs, repeatCaseId, knowledge, calendar, around },
    query,
    asOfUs,
  );
}

async function loadAround(
  reader: Database,
  { row: { caseId, customerId } }: StoredCase,
  asOfUs: number,
): Promise<CaseAroundInput> {
  const { cases, total } =
    customerId === null
      ? { cases: [], total: 0 }
      : await readCustomer(reader, customerId, customerCasesMax);
  return {
    customerCases: cases.map((row) => ({
      ...row,
      outcome: outcomeAt(outcomeFacts(row, row), asOfUs),
    })),
    customerTotal: total,
    decisions: await readCaseDecisions(reader, caseId),
    notes: await readNotes(reader, caseId),
    isWaiting: await isCaseWaiting(reader, caseId),
    traces: (await readCaseReach(reader, caseId))?.traces ?? 0,
  };
}
