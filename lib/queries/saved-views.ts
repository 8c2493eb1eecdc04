import "server-only";
import type { SavedView } from "@/lib/domain/saved-view";
import { readSavedViews } from "@/lib/store/saved-views";
import { workspaceReader } from "./workspace-reader";

/**
 * Reads the views that people saved of a page, by name.
 * @param path the workspace's file
 * @param page the page's path: "/cases"
 */
export async function loadSavedViews(path: string, page: string): Promise<readonly SavedView[]> {
  const reader = workspaceReader(path);
  return reader === null ? [] : readSavedViews(reader, page);
}
