import { readDerivationState } from "@/lib/pipeline/derivation-state";
import { withDerivation } from "@/lib/pipeline/with-derivation";
import type { Workspace } from "@/lib/pipeline/workspace";
import { createProgress } from "./progress";

/** Derives every case of a workspace that waits for it, and shows how far it is. */
export async function settle(db: Workspace): Promise<void> {
  if ((await readDerivationState(db)).isCurrent) return;
  await withDerivation(db, "oldest", createProgress, ({ whenIdle }) => whenIdle());
}
