import "server-only";
import { hasSpans as storeHasSpans } from "@/lib/store/cases/counts";
import { workspaceReader } from "./workspace-reader";

/** Whether a workspace holds any span. @param path the workspace's file, which may be absent */
export async function hasSpans(path: string): Promise<boolean> {
  const reader = workspaceReader(path);
  return reader !== null && storeHasSpans(reader);
}
