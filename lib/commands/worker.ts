import type { Command } from "commander";
import { once } from "node:events";
import { nowUs } from "@/lib/pipeline/clock";
import { createAnswerMasker } from "@/lib/pipeline/create-answer-masker";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { describeError } from "@/lib/pipeline/describe-error";
import { drainQueue } from "@/lib/pipeline/drain-queue";
import { startWorkerLoop } from "@/lib/pipeline/worker-loop";
import { withWorkspace } from "@/lib/pipeline/workspace";
import { workspaceOption } from "./workspace-option";

type WorkerOptions = {
  readonly workspace: WorkspaceName;
  readonly once?: true;
  readonly json?: true;
};

/** `throughline worker`: derives what is waiting, until it is stopped or, with --once, until nothing waits. */
export function addWorker(program: Command): void {
  program
    .command("worker")
    .description("derive the cases that are waiting, in a process of its own")
    .addOption(workspaceOption)
    .option("--once", "end when nothing waits")
    .option("--json", "print one JSON object at the end")
    .action(({ workspace, once: isOnce, json }: WorkerOptions) =>
      withWorkspace(workspace, async (db) => {
        const maskAnswer = createAnswerMasker();
        if (isOnce) {
          const { settled, cases } = await drainQueue(db, { now: nowUs, maskAnswer });
          if (json) console.log(JSON.stringify({ settled, cases: cases.size }));
          else console.log(`${String(cases.size)} cases derived; nothing waits.`);
          return;
        }
        const loop = startWorkerLoop({
          db,
          now: nowUs,
          maskAnswer,
          isUrgent: () => false,
          onError: (error) => {
            console.error(`Will be tried again: ${describeError(error)}`);
          },
        });
        console.error("Deriving cases as they come; Ctrl-C ends.");
        await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
        await loop.stop();
      }),
    );
}
