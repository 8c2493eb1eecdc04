import { cookies } from "next/headers";
import { cache } from "react";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { workspacePath } from "@/lib/pipeline/data-folder";
import { hasSpans } from "@/lib/queries/has-spans";
import { chooseWorkspace, parseWorkspaceChoice, workspaceCookieName } from "@/lib/view/workspace";

export type ShownWorkspace = {
  readonly name: WorkspaceName;
  /** Its file. */
  readonly path: string;
  /** Whether there is a demo to switch to. */
  readonly hasDemo: boolean;
};

/** The workspace this request shows; asked once a request, whoever needs it. */
export const shownWorkspace = cache(async (): Promise<ShownWorkspace> => {
  const chosen = parseWorkspaceChoice((await cookies()).get(workspaceCookieName)?.value);
  const hasDemo = await hasSpans(workspacePath("demo"));
  const hasOwnSpans = await hasSpans(workspacePath("main"));
  const name = chooseWorkspace({ chosen, hasOwnSpans, hasDemo });
  return { name, path: workspacePath(name), hasDemo };
});
