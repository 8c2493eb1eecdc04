import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";

/** The cookie that keeps which workspace a person chose to look at. */
export const workspaceCookieName = "workspace";

/** Reads the cookie's value; null where nobody chose. */
export function parseWorkspaceChoice(value: string | undefined): WorkspaceName | null {
  return workspaceNames.find((name) => name === value) ?? null;
}

/** The cookie as a script writes it; it lasts as long as the browser stays open. */
export function workspaceCookie(name: WorkspaceName): string {
  return `${workspaceCookieName}=${name}; path=/; samesite=lax`;
}

/**
 * Which workspace is shown: the one that was chosen, else one's own as soon as it holds spans,
 * else the demo where there is one.
 */
export function chooseWorkspace(known: {
  readonly chosen: WorkspaceName | null;
  readonly hasOwnSpans: boolean;
  readonly hasDemo: boolean;
}): WorkspaceName {
  if (!known.hasDemo) return "main";
  return known.chosen ?? (known.hasOwnSpans ? "main" : "demo");
}
