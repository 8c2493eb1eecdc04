import "server-only";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { CaseActRow } from "@/lib/domain/people/audit";
import { readCaseActs } from "@/lib/store/access/read-case-acts";
import { accessDb } from "./access-db";

/** Rows of the audit that are read: a busy shift of several people. */
const actsMax = 400;

/** Who arranged what about a workspace's cases since an instant, the latest first. @param sinceUs µs since 1970 */
export async function loadCaseActs(
  workspace: WorkspaceName,
  sinceUs: number,
): Promise<readonly CaseActRow[]> {
  return readCaseActs(await accessDb(), workspace, sinceUs, actsMax);
}
