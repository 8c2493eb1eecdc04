import "server-only";
import { hasCases as storeHasCases, hasSpans as storeHasSpans } from "@/lib/store/cases/counts";
import { hasOneSidedCasesOnly as storeHasOneSidedCasesOnly } from "@/lib/store/spans/wordless-spans";
import { workspaceReader } from "./workspace-reader";

/** Whether a workspace holds any span. @param path the workspace's file, which may be absent */
export async function hasSpans(path: string): Promise<boolean> {
  const reader = workspaceReader(path);
  return reader !== null && storeHasSpans(reader);
}

/** Whether it has spans and none of them has a case. @param path the workspace's file, which may be absent */
export async function isCaseless(path: string): Promise<boolean> {
  const reader = workspaceReader(path);
  return reader !== null && !(await storeHasCases(reader)) && storeHasSpans(reader);
}

/** Whether it has cases, and of each of the newest the words of one side are missing. @param path the workspace's file, which may be absent */
export async function hasOneSidedCasesOnly(path: string): Promise<boolean> {
  const reader = workspaceReader(path);
  return reader !== null && storeHasOneSidedCasesOnly(reader);
}
