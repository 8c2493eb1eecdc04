import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { exportCase } from "@/lib/analytics/exports/export-case";
import type { ExportedCase } from "@/lib/analytics/exports/case-schema";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { Period } from "@/lib/analytics/filter/period";
import { readCaseToExport } from "@/lib/analytics/load/export-cases";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import { seenLink } from "@/lib/analytics/load/seen-link";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { readCaseId } from "@/lib/store/cases/list-case-rows";
import type { CasesPage } from "./answer-schema";
import { daysOf, writeCursor, type CasesCursor } from "@/lib/analytics/exports/cases-cursor";
import { filterFacts } from "./filter-facts";

/** A workspace as a reader sees it, by name. */
export type NamedWorkspace = SeenWorkspace & { readonly name: WorkspaceName };

type CasesRequest = {
  readonly query: CasesQuery;
  readonly limit: number;
  /** Of the answer before; null: the first one. */
  readonly cursor: CasesCursor | null;
};

/** Cases read at a time: other requests are served in between. */
const sliceCases = 20;

/**
 * One answer of the list of cases, in the order of their keys: a case that the filters leave all the time is in one of
 * the answers, and only once, whatever arrives in between.
 * @param nowUs microseconds since 1970
 */
export async function loadApiCases(
  seen: NamedWorkspace,
  { query, limit, cursor }: CasesRequest,
  nowUs: number,
): Promise<CasesPage> {
  const period: Period = cursor === null ? query.period : (cursor.days ?? "all");
  const after = cursor?.key ?? -1;
  const { keys, total, about } = await readSnapshot(seen, { ...query, period }, nowUs, (cases) => {
    const all = cases.selection().keys;
    const from = all.findIndex((key) => key > after);
    return {
      keys: from === -1 ? new Uint32Array() : all.slice(from, from + limit + 1),
      total: all.length,
      about: cases.about,
    };
  });
  const days = cursor === null ? daysOf(query, about.period) : cursor.days;
  const last = keys[limit - 1];
  const hasMore = keys.length > limit && last !== undefined;
  return {
    ...filterFacts(seen.name, about, days),
    total,
    cases: await readCases(seen, keys.subarray(0, limit), about.asOfUs),
    next_cursor: hasMore ? writeCursor({ key: last, days }, query) : null,
  };
}

async function readCases(
  { path, scope }: SeenWorkspace,
  keys: Uint32Array,
  asOfUs: number,
): Promise<ExportedCase[]> {
  const reader = await readerOrEmpty(path);
  const cases: ExportedCase[] = [];
  for (const [at, key] of keys.entries()) {
    if (at % sliceCases === 0) await letOthersRun();
    const caseId = await readCaseId(reader, key);
    if (caseId === null || (await caseVisibility(reader, scope, caseId)) !== "seen") continue;
    const read = await readCaseToExport(reader, caseId);
    if (read === null) continue;
    const mergedInto = await seenLink(reader, scope, read.row.mergedInto);
    cases.push({ ...exportCase(read, asOfUs), merged_into: mergedInto });
  }
  return cases;
}
