import type { SenderQueue } from "@/lib/domain/trace/data-health";
import { isDatabaseThere } from "@/lib/store/location";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { countFailed, readQueueState, readSenderQueues, type QueueState } from "@/lib/store/queue";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";

type WorkspaceQueue = QueueState & {
  readonly workspace: WorkspaceName;
  /** Entries that failed and are not tried again by themselves. */
  readonly failed: number;
  readonly senders: readonly SenderQueue[];
};

/** The queues of the workspaces that can be read now. */
export async function readQueues(): Promise<readonly WorkspaceQueue[]> {
  const read = workspaceNames
    .map((workspace) => ({ workspace, path: workspacePath(workspace) }))
    .filter(({ path }) => isDatabaseThere(path))
    .map(({ workspace, path }) =>
      withReader(path, async (db) => ({
        workspace,
        ...(await readQueueState(db)),
        failed: await countFailed(db),
        senders: await readSenderQueues(db),
      })),
    );
  const results = await Promise.allSettled(read);
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}
