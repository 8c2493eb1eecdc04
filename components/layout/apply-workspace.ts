import type { WorkspaceName } from "@/lib/domain/workspace";
import { workspaceCookie } from "@/lib/format/layout/workspace";

/** Stores the choice in a cookie, which the server reads. */
export function applyWorkspace(name: WorkspaceName): void {
  document.cookie = workspaceCookie(name);
}
