import { nowUs } from "@/lib/pipeline/clock";
import { createAnswerMasker } from "@/lib/pipeline/create-answer-masker";
import { drainQueue } from "@/lib/pipeline/drain-queue";
import type { Workspace } from "@/lib/pipeline/workspace";
import { createProgress } from "./progress";

/** Derives every case of a workspace that waits for it, and shows how far it is. */
export async function settle(db: Workspace): Promise<void> {
  const progress = createProgress("deriving cases", null);
  await drainQueue(db, {
    now: nowUs,
    maskAnswer: createAnswerMasker(),
    onProgress: progress.update,
  });
  progress.done();
}
