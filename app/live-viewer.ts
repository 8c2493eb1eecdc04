import { loadActorNames } from "@/lib/auth/actor-names";
import { loadCaseActs } from "@/lib/auth/load-case-acts";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { LiveViewer } from "@/lib/pages/live/live-model";
import { shiftUs } from "@/lib/pages/live/shift-log";
import type { LiveQuery } from "@/lib/pages/live/url";
import { nowUs } from "@/lib/clock/server";

/** Whoever looks at the Live page, with what its list shows of other people. @param actor their public id */
export async function liveViewer(
  actor: string,
  workspace: WorkspaceName,
  { list }: LiveQuery,
): Promise<LiveViewer> {
  const names = await loadActorNames();
  const acts = list === "log" ? await loadCaseActs(workspace, nowUs() - shiftUs) : [];
  return { actor, names, acts };
}
