import "server-only";
import type { DerivedCase } from "@/lib/domain/case/case";
import { outcomeAt } from "@/lib/domain/case/outcome";
import type { Scope } from "@/lib/domain/people/permission";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import { readCaseDecisions } from "@/lib/store/decisions/case-decisions";
import { attachJudgements } from "@/lib/evaluators/judges/attach-judgements";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { isCaseWaiting, readCaseReach } from "@/lib/store/cases/case-reach";
import type { Database } from "@/lib/store/port";
import { readJudgements } from "@/lib/store/decisions/judgements";
import { hashWords } from "@/lib/store/decisions/labels";
import { readNotes } from "@/lib/store/decisions/notes";
import type { StoredCase } from "@/lib/store/cases/read-case";
import { readCustomer } from "@/lib/store/cases/read-customer";
import { readModelErrors } from "@/lib/store/spans/model-errors";
import { readSettings } from "@/lib/store/decisions/decisions";
import type { CasePageModel } from "./case-page-model";
import type { CaseQuery } from "./url";
import type { CaseAroundInput } from "./prepare-case-around";
import { prepareCasePage } from "./prepare-case-page";
import { readContactLinks } from "./load-contact-links";
import { caseKnowledge } from "./load-knowledge";
import { accuracyOf, likelyRight } from "@/lib/pages/quality/load-accuracy";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import { seenLink } from "@/lib/analytics/load/seen-link";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** Of a customer with more cases the latest are read. */
const customerCasesMax = 50;
/** Of more failed calls of models the first are stopped at. */
const modelErrorsMax = 200;
/** Of more judgements the latest are shown, each with the words that it was given to. */
const judgementsMax = 100;

/**
 * Reads what the Case page shows.
 * @param asOfUs the instant of the outcome, microseconds since 1970
 * @returns null where there is no such case within the scope
 */
export async function loadCasePage(
  { path, scope }: SeenWorkspace,
  caseId: string,
  query: CaseQuery,
  asOfUs: number,
): Promise<CasePageModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  // In this order: a change that is shown as made is then either worked out in the case that is read last,
  // or was still waiting before it, and the page reads itself anew.
  const decided = {
    decisions: await readCaseDecisions(reader, scope, caseId),
    isWaiting: await isCaseWaiting(reader, caseId),
  };
  const stored = await readRememberedCase(reader, caseId);
  if (stored === null) return null;
  if ((await caseVisibility(reader, scope, caseId)) !== "seen") return null;
  const { row } = stored;
  const mergedInto = await seenLink(reader, scope, row.mergedInto);
  const derived = withMerge(stored.derived, mergedInto);
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  const repeatCaseId = await seenLink(reader, scope, row.repeatCaseId);
  const around = { ...decided, ...(await loadAround(reader, scope, stored, asOfUs)) };
  const settings = await readSettings(reader);
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const knowledge = caseKnowledge(stored, settings, asOfUs);
  const judgements = (await readJudgements(reader, caseId)).slice(-judgementsMax);
  const judgeScores = attachJudgements(stored.derived, judgements, hashWords);
  return prepareCasePage(
    {
      derived,
      accuracyOf,
      likelyRight,
      outcome,
      repeatUs: row.repeatUs,
      repeatCaseId,
      knowledge,
      isOfEarlierVersion: stored.knowledge === null,
      calendar,
      around,
      modelErrors: await readModelErrors(reader, caseId, modelErrorsMax),
      judgeScores,
      contactLinks: await readContactLinks(reader, settings.openIn, derived.messages),
    },
    query,
    asOfUs,
  );
}

function withMerge(derived: DerivedCase, mergedInto: string | null): DerivedCase {
  return derived.mergedInto === mergedInto ? derived : { ...derived, mergedInto };
}

async function loadAround(
  reader: Database,
  scope: Scope | null,
  { row: { caseId, customerId } }: StoredCase,
  asOfUs: number,
): Promise<Omit<CaseAroundInput, "decisions" | "isWaiting">> {
  const { cases, total } =
    customerId === null
      ? { cases: [], total: 0 }
      : await readCustomer(reader, scope, customerId, customerCasesMax);
  return {
    customerCases: cases.map((row) => ({
      ...row,
      outcome: outcomeAt(outcomeFacts(row, row), asOfUs),
    })),
    customerTotal: total,
    notes: await readNotes(reader, scope, caseId),
    traces: (await readCaseReach(reader, caseId))?.traces ?? 0,
  };
}
