import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describeError } from "@/lib/log/describe-error";

/** A failure of the thread that will be retried; holds no personal data. */
export type AlertsNews = { readonly type: "problem"; readonly why: string };

const respawnMs = 5000;

/**
 * Looks for alerts of all workspaces and delivers their messages, on a thread of its own so that what comes in does not
 * wait for figures. It is started again when it ends.
 * @param onProblem called with a failure that will be retried; holds no personal data
 */
export function startAlerts(onProblem: (why: string) => void): void {
  const thread = new Worker(join(process.cwd(), "dist", "alerts.mjs"));
  thread.on("message", ({ why }: AlertsNews) => onProblem(why));
  thread.on("error", (error) => onProblem(describeError(error)));
  thread.on("exit", () => setTimeout(() => startAlerts(onProblem), respawnMs).unref());
}
