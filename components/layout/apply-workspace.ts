import type { WorkspaceName } from "@/lib/domain/workspace";
import { workspaceCookie } from "@/lib/format/layout/workspace";

/** Keeps the choice for the server, which draws the next page from it. */
export function applyWorkspace(name: WorkspaceName): void {
  document.cookie = workspaceCookie(name);
}
