import "server-only";
import { tallyDisclosures } from "@/lib/analytics/disclosures/tally-disclosures";
import { listChildren, type ChildOwner } from "@/lib/analytics/ask/list";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { isInScope } from "@/lib/domain/people/permission";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import type { Database } from "@/lib/store/database";
import { readReviews } from "@/lib/store/decisions/disclosure-reviews";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { DisclosuresModel } from "./disclosures-model";
import { prepareDisclosures, type ListedFinding } from "./prepare-disclosures";
import type { FindingSource } from "./prepare-panel";
import { traitsOf, type DisclosuresQuery, type FindingPlace } from "./url";

const pageSize = 25;

/**
 * Reads what the Disclosures page shows; the messages of one case at most.
 * @param nowUs the instant of all values, microseconds since 1970
 * @param names account names by public id
 */
export async function loadDisclosuresPage(
  seen: SeenWorkspace,
  query: DisclosuresQuery,
  nowUs: number,
  names: ReadonlyMap<string, string>,
): Promise<DisclosuresModel> {
  const { owners, ...facts } = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    ...cases.about,
    counts: cases.facets(),
    rules: tallyDisclosures(cases),
    ...pageOf(cases, query),
  }));
  const reader = await readerOrEmpty(seen.path);
  const findings = await readFindings(reader, seen, owners);
  const place = query.finding ?? findings[0] ?? null;
  return prepareDisclosures(query, {
    ...{ ...facts, pageSize, findings, names },
    source: place === null ? null : await readSource(reader, seen, place),
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
  });
}

/** A page of findings, the latest first; a page beyond the last is the last. */
function pageOf(cases: Snapshot, query: DisclosuresQuery) {
  const { on, page: wanted } = query;
  const traits = traitsOf(query);
  const list = listChildren(cases, "disclosures", { metric: null, on, to: null, traits });
  const page = Math.max(1, Math.min(wanted, Math.ceil(list.total / pageSize)));
  return {
    ...{ total: list.total, page },
    owners: list.owners((page - 1) * pageSize, page * pageSize),
  };
}

/** A finding whose case is deleted or no longer visible is left out. */
async function readFindings(
  reader: Database,
  { scope }: SeenWorkspace,
  owners: readonly ChildOwner[],
): Promise<readonly ListedFinding[]> {
  const found: ListedFinding[] = [];
  for (const { key, index } of owners) {
    const [row] = await listCaseRows(reader, [key]);
    const disclosure = row?.disclosureRows[index];
    if (row === undefined || disclosure === undefined || !isInScope(scope, row)) continue;
    found.push({ caseId: row.caseId, ...disclosure });
  }
  return found;
}

/** Null where there is no such finding, or its case is not visible. */
async function readSource(
  reader: Database,
  { scope }: SeenWorkspace,
  { caseId, ordinal }: FindingPlace,
): Promise<FindingSource | null> {
  const stored = await readRememberedCase(reader, caseId);
  if (stored?.knowledge == null || !isInScope(scope, stored.row)) return null;
  const { derived, knowledge } = stored;
  const row = stored.row.disclosureRows[ordinal];
  const reviews = row === undefined ? [] : await readReviews(reader, row);
  return { derived, disclosures: knowledge.disclosures, ordinal, reviews };
}
