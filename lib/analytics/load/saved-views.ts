import "server-only";
import type { Role } from "@/lib/domain/people/permission";
import type { SavedView } from "@/lib/domain/settings/saved-view";
import { fromStoredSearch } from "../filter/saved-search";
import { readDefaultViews, readSavedViews } from "@/lib/store/decisions/saved-views";
import { workspaceReader } from "./workspace-reader";

/**
 * Reads the saved views of a page that somebody sees, by name.
 * @param path the workspace's file
 * @param page the page's path: "/cases"
 * @param actor public id of whoever looks
 */
export async function loadSavedViews(
  path: string,
  page: string,
  actor: string,
): Promise<readonly SavedView[]> {
  const reader = workspaceReader(path);
  const views = reader === null ? [] : await readSavedViews(reader, page, actor);
  return views.map((view) => ({ ...view, search: fromStoredSearch(page, view.search) }));
}

/** The query strings that a role begins with, by page. @param path the workspace's file */
export async function loadDefaultSearches(
  path: string,
  role: Role,
): Promise<ReadonlyMap<string, string>> {
  const reader = workspaceReader(path);
  const views = reader === null ? [] : await readDefaultViews(reader, role);
  return new Map(views.map(({ path: page, search }) => [page, fromStoredSearch(page, search)]));
}
