import "server-only";
import type { Scope } from "@/lib/domain/permission";
import { readScopeNames } from "@/lib/store/scope-names";
import { workspaceReader } from "./workspace-reader";

/** The regions and teams that a workspace's cases have. @param path the workspace's file */
export async function loadScopeNames(path: string): Promise<Scope> {
  const reader = workspaceReader(path);
  return reader === null ? { regions: [], teams: [] } : readScopeNames(reader);
}
