import type { Command } from "commander";
import { once } from "node:events";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { logEvent } from "@/lib/log/log-event";
import { retryFailed } from "@/lib/pipeline/derive/retry-failed";
import { startDerivation } from "@/lib/pipeline/derive/start-derivation";
import { stuckError } from "@/lib/pipeline/derive/with-derivation";
import { shownLocation, workspacePath } from "@/lib/pipeline/worker/data-folder";
import { withWorkspace } from "@/lib/pipeline/worker/workspace";
import { workspaceOption } from "./workspace-option";

type WorkerOptions = {
  readonly workspace: WorkspaceName;
  readonly once?: true;
  readonly retry?: true;
  readonly json?: true;
};

/** `throughline worker`: drains the queue until it is stopped or, with --once, until the queue is empty. */
export function addWorker(program: Command): void {
  program
    .command("worker")
    .description("derive the cases that are waiting, in a process of its own")
    .addOption(workspaceOption)
    .option("--once", "end when nothing waits")
    .option("--retry", "first give those another chance that failed or took too long")
    .option("--json", "print one JSON object at the end")
    .action(({ workspace, once: isOnce, retry, json }: WorkerOptions) =>
      withWorkspace(workspace, async (db) => {
        const isForPeople = isOnce === true || process.stderr.isTTY;
        // What goes on without anybody who looks at it keeps a log for programs, as a server does.
        if (!isForPeople) process.env["THROUGHLINE_LOG"] ||= "json";
        if (retry) await retryFailed(db);
        const cases = new Set<string>();
        let settled = 0;
        let fail: (error: Error) => void = () => undefined;
        const stuck = new Promise<never>((_, reject) => (fail = reject));
        stuck.catch(() => undefined);
        const derivation = startDerivation({
          db,
          onStuck: (why) => fail(stuckError(why)),
          onSettled: (entries, derived) => {
            settled += entries;
            for (const caseId of derived) if (isOnce) cases.add(caseId);
          },
          onProblem: (why) => logEvent("derivation-failed", { workspace, why }),
          onResumed: (ms) => logEvent("derivation-resumed", { workspace, ms }),
        });
        try {
          if (isOnce) {
            await Promise.race([derivation.whenIdle(), stuck]);
            if (json) console.log(JSON.stringify({ settled, cases: cases.size }));
            else console.log(`${String(cases.size)} cases derived; nothing waits.`);
          } else {
            const place = shownLocation(workspacePath(workspace));
            if (isForPeople)
              console.error(`Deriving the cases of ${place} as they come; Ctrl-C ends.`);
            else logEvent("worker-starting", { workspace });
            await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
          }
        } finally {
          await derivation.stop();
        }
      }),
    );
}
