import { readDerivationState } from "@/lib/pipeline/derive/derivation-state";
import { withDerivation } from "@/lib/pipeline/derive/with-derivation";
import type { Workspace } from "@/lib/pipeline/worker/workspace";
import { createProgress } from "./progress";

/** Drains a workspace's queue with a progress bar. */
export async function settle(db: Workspace): Promise<void> {
  if ((await readDerivationState(db)).isCurrent) return;
  await withDerivation(db, "oldest", createProgress, ({ whenIdle }) => whenIdle());
}
