import "server-only";
import { listCases } from "../ask/list";
import { defaultCasesQuery } from "../filter/cases-query";
import type { Period } from "../filter/period";
import { readCaseId } from "@/lib/store/cases/list-case-rows";
import { readSnapshot } from "./read-snapshot";
import { readerOrEmpty } from "./workspace-reader";

/**
 * The ids of all cases that were opened in a period.
 * @param path the workspace's file
 * @param asOfUs now, microseconds since 1970
 */
export async function idsOpenedIn(
  path: string,
  period: Period,
  asOfUs: number,
): Promise<ReadonlySet<string>> {
  const query = { ...defaultCasesQuery, period };
  const keys = await readSnapshot({ path, scope: null }, query, asOfUs, listCases);
  const reader = await readerOrEmpty(path);
  const ids = await Promise.all(Array.from(keys, (key) => readCaseId(reader, key)));
  return new Set(ids.filter((id) => id !== null));
}
