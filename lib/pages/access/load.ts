import "server-only";
import type { Scope } from "@/lib/domain/people/permission";
import { readScopeNames } from "@/lib/store/decisions/scope-names";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** The regions and teams that a workspace's cases have. @param path the workspace's file */
export async function loadScopeNames(path: string): Promise<Scope> {
  const reader = workspaceReader(path);
  return reader === null ? { regions: [], teams: [] } : readScopeNames(reader);
}
