import "server-only";
import { listAlike } from "@/lib/analytics/disclosures/list-alike";
import type { ChildOwner } from "@/lib/analytics/ask/list";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { likeness } from "@/lib/analytics/rows/disclosure-row";
import { isInScope } from "@/lib/domain/people/permission";
import { alikeMax } from "@/lib/domain/quality/disclosure-review";
import { listCaseRowsByKey } from "@/lib/store/cases/list-case-rows";
import type { Database } from "@/lib/store/port";
import { readReviews } from "@/lib/store/decisions/disclosure-reviews";
import { findAwaitedSecond } from "@/lib/store/decisions/withheld-reviews";
import type { AlikeFindings, FindingSource, ListedFinding } from "./finding-facts";
import type { FindingPlace } from "./url";

/** A finding whose case is deleted or no longer visible is left out. */
export async function readFindings(
  reader: Database,
  { scope }: SeenWorkspace,
  owners: readonly ChildOwner[],
): Promise<readonly ListedFinding[]> {
  const rows = await listCaseRowsByKey(
    reader,
    owners.map(({ key }) => key),
    ["disclosureRows"],
  );
  return owners.flatMap(({ key, index }) => {
    const row = rows.get(key);
    const disclosure = row?.disclosureRows[index];
    if (row === undefined || disclosure === undefined || !isInScope(scope, row)) return [];
    return [{ caseId: row.caseId, ...disclosure }];
  });
}

/**
 * Reads the evidence of a finding.
 * @param viewer public id
 * @returns null where there is no such finding, or its case is not visible
 */
export async function readSource(
  reader: Database,
  { scope }: SeenWorkspace,
  { caseId, ordinal }: FindingPlace,
  viewer: string,
): Promise<FindingSource | null> {
  const stored = await readRememberedCase(reader, caseId);
  if (stored?.knowledge == null || !isInScope(scope, stored.row)) return null;
  const { derived, knowledge } = stored;
  const row = stored.row.disclosureRows[ordinal];
  if (row === undefined) return null;
  const reviews = await readReviews(reader, row, viewer);
  const isShown = row.review !== "withheld" || reviews.some(({ id }) => id === row.reviewId);
  const second = isShown || scope !== null ? null : await findAwaitedSecond(reader, row);
  const withheld = isShown ? null : { second };
  return { derived, disclosures: knowledge.disclosures, row, reviews, withheld };
}

/**
 * The findings of any time that are identical to a shown one and wait for a decision, itself left out.
 * @param nowUs the instant of all values, microseconds since 1970
 */
export async function readAlike(
  reader: Database,
  seen: SeenWorkspace,
  { derived, row }: FindingSource,
  nowUs: number,
): Promise<AlikeFindings> {
  const of = row.review === "open" ? likeness(row) : null;
  if (of === null) return { total: 0, listed: [] };
  const { total, owners } = await readSnapshot(seen, everyCase, nowUs, (cases) => {
    const alike = listAlike(cases, of);
    return { total: alike.total, owners: alike.owners(0, alikeMax + 1) };
  });
  const found = await readFindings(reader, seen, owners);
  const same = found.filter((each) => each.review === "open" && likeness(each) === of);
  const others = same.filter(
    ({ caseId, ordinal }) => caseId !== derived.caseId || ordinal !== row.ordinal,
  );
  return { total: total - (owners.length - same.length) - 1, listed: others.slice(0, alikeMax) };
}
