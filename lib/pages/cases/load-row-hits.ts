import "server-only";
import { rowHit, type RowHit } from "@/lib/analytics/search/row-hit";
import { messageWithAll, searchCase } from "@/lib/analytics/search/search-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { readCaseInSearch } from "@/lib/store/cases/read-case";
import type { CasesPageModel } from "./cases-page-model";
import type { RowHits } from "./row-hits-model";

/** A page lists fifty cases: of a longer one the later messages are not read. */
const charactersMax = 200_000;

/** Reads what a list's search found in each of its cases; nothing without a search. */
export async function loadRowHits(
  { path }: Pick<SeenWorkspace, "path">,
  { rows, query: { text } }: Pick<CasesPageModel, "rows" | "query">,
): Promise<RowHits> {
  if (text === "") return new Map();
  const reader = await readerOrEmpty(path);
  const saysAll = messageWithAll(text);
  const hits = new Map<string, RowHit>();
  for (const { caseId } of rows) {
    const found = await readCaseInSearch(reader, caseId, charactersMax, saysAll);
    if (found === null) continue;
    const { searched, isCut } = found;
    const hit = rowHit(searched.messages, searchCase(searched, text), isCut);
    if (hit !== null) hits.set(caseId, hit);
  }
  return hits;
}
