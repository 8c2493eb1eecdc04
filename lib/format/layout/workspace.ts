import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";

/** Cookie of the chosen workspace. */
export const workspaceCookieName = "workspace";

/** Parses the cookie's value; null: nothing chosen. */
export function parseWorkspaceChoice(value: string | undefined): WorkspaceName | null {
  return workspaceNames.find((name) => name === value) ?? null;
}

/** The cookie text for `document.cookie`; a session cookie. */
export function workspaceCookie(name: WorkspaceName): string {
  return `${workspaceCookieName}=${name}; path=/; samesite=lax`;
}

/** The workspace to show: the chosen one, else `main` if it has spans, else the demo if it exists. */
export function chooseWorkspace(known: {
  readonly chosen: WorkspaceName | null;
  readonly hasOwnSpans: boolean;
  readonly hasDemo: boolean;
}): WorkspaceName {
  if (!known.hasDemo) return "main";
  return known.chosen ?? (known.hasOwnSpans ? "main" : "demo");
}
