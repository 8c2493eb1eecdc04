import { cookies } from "next/headers";
import { cache } from "react";
import { currentViewer } from "@/lib/auth/current-viewer";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { loadAsOf } from "@/lib/analytics/load/as-of";
import { loadDisplayZone } from "@/lib/analytics/load/display-zone";
import { hasSpans } from "@/lib/analytics/load/has-spans";
import { countingZone, setDisplayZoneSource } from "@/lib/format/format";
import {
  chooseWorkspace,
  parseWorkspaceChoice,
  workspaceCookieName,
} from "@/lib/format/layout/workspace";
import { nowUs } from "@/lib/clock/server";

export type ShownWorkspace = {
  readonly name: WorkspaceName;
  /** Its file. */
  readonly path: string;
  /** Whether the workspace `main` has data. */
  readonly hasOwnSpans: boolean;
  /** Whether the demo exists. */
  readonly hasDemo: boolean;
  /** The IANA time zone in which its pages write times. */
  readonly displayZone: string;
  /** The instant as of which its cases are shown, microseconds since 1970. */
  readonly asOfUs: number;
  /** Whether that is the end of the data, not now. */
  readonly hasEnded: boolean;
};

/** Per request: server components format times in its workspace's zone. */
const requestZone = cache(() => ({ zone: countingZone }));
setDisplayZoneSource(() => requestZone().zone);

/** The workspace of this request, cached per request. A visitor of the demo only sees the demo. */
export const shownWorkspace = cache(async (): Promise<ShownWorkspace> => {
  return workspaceChosen(await readChoice());
});

/** The same where the request itself names it, which no cookie then decides. @param chosen null: it names none */
export const workspaceChosen = cache(
  async (chosen: WorkspaceName | null): Promise<ShownWorkspace> => {
    const { name, hasOwnSpans, hasDemo } = await nameChosen(chosen);
    const path = workspacePath(name);
    const displayZone = await loadDisplayZone(path);
    requestZone().zone = displayZone;
    const now = nowUs();
    const asOfUs = await loadAsOf(path, now);
    return { name, path, hasOwnSpans, hasDemo, displayZone, asOfUs, hasEnded: asOfUs < now };
  },
);

/** Which workspace `shownWorkspace` is about, also where that one cannot be read. */
export async function shownName(): Promise<WorkspaceName> {
  return (await nameChosen(await readChoice())).name;
}

async function readChoice(): Promise<WorkspaceName | null> {
  return parseWorkspaceChoice((await cookies()).get(workspaceCookieName)?.value);
}

async function nameChosen(
  chosen: WorkspaceName | null,
): Promise<Pick<ShownWorkspace, "name" | "hasOwnSpans" | "hasDemo">> {
  const hasDemo = await mayHaveSpans("demo");
  const hasOwnSpans = await mayHaveSpans("main");
  const isDemoOnly = (await currentViewer())?.isDemo === true;
  const name = isDemoOnly ? "demo" : chooseWorkspace({ chosen, hasOwnSpans, hasDemo });
  return { name, hasOwnSpans, hasDemo };
}

/**
 * Whether a workspace has spans. One that cannot be read counts as one that has: its own pages then say why, and
 * those of the other are shown.
 */
async function mayHaveSpans(name: WorkspaceName): Promise<boolean> {
  try {
    return await hasSpans(workspacePath(name));
  } catch {
    return true;
  }
}
