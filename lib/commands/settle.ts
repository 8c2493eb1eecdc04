import { readDerivationState } from "@/lib/pipeline/derive/derivation-state";
import { withDerivation } from "@/lib/pipeline/derive/with-derivation";
import type { Workspace } from "@/lib/pipeline/worker/workspace";
import { createProgress } from "./progress";

/** Derives every case of a workspace that waits for it, and shows how far it is. */
export async function settle(db: Workspace): Promise<void> {
  if ((await readDerivationState(db)).isCurrent) return;
  await withDerivation(db, "oldest", createProgress, ({ whenIdle }) => whenIdle());
}
