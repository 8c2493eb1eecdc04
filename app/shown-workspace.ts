import { cookies } from "next/headers";
import { cache } from "react";
import { currentViewer } from "@/lib/auth/current-viewer";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { loadDisplayZone } from "@/lib/analytics/load/display-zone";
import { hasSpans } from "@/lib/analytics/load/has-spans";
import { countingZone, setDisplayZoneSource } from "@/lib/format/format";
import {
  chooseWorkspace,
  parseWorkspaceChoice,
  workspaceCookieName,
} from "@/lib/format/layout/workspace";

export type ShownWorkspace = {
  readonly name: WorkspaceName;
  /** Its file. */
  readonly path: string;
  /** Whether there are data of one's own to switch to. */
  readonly hasOwnSpans: boolean;
  /** Whether there is a demo to switch to. */
  readonly hasDemo: boolean;
  /** The IANA time zone in which its pages write times. */
  readonly displayZone: string;
};

/** One a request, so that what the request's server components write is in its workspace's zone. */
const requestZone = cache(() => ({ zone: countingZone }));
setDisplayZoneSource(() => requestZone().zone);

/** The workspace this request shows; asked once a request, whoever needs it. A visitor of the demo sees that only. */
export const shownWorkspace = cache(async (): Promise<ShownWorkspace> => {
  const chosen = parseWorkspaceChoice((await cookies()).get(workspaceCookieName)?.value);
  const hasDemo = await hasSpans(workspacePath("demo"));
  const hasOwnSpans = await hasSpans(workspacePath("main"));
  const isDemoOnly = (await currentViewer())?.isDemo === true;
  const name = isDemoOnly ? "demo" : chooseWorkspace({ chosen, hasOwnSpans, hasDemo });
  const path = workspacePath(name);
  const displayZone = await loadDisplayZone(path);
  requestZone().zone = displayZone;
  return { name, path, hasOwnSpans, hasDemo, displayZone };
});
