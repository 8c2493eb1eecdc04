import type { AlertObservation } from "@/lib/analytics/alerts/alert-observation";
import { describeError } from "@/lib/log/describe-error";
import { startThread } from "../worker/start-thread";
import type { Observe } from "./evaluate-alerts";

/** What the thread sends: a failure that will be retried, without personal data, or a look that it wants. */
export type AlertsNews =
  | { readonly type: "problem"; readonly why: string }
  | { readonly type: "observe"; readonly id: number; readonly args: Parameters<Observe> };

/** The answer to a look, or why there is none. */
export type AlertsReply =
  | { readonly id: number; readonly observation: AlertObservation | null }
  | { readonly id: number; readonly why: string };

const respawnMs = 5000;

/**
 * Looks for alerts of all workspaces and delivers their messages, on a thread of its own so that what comes in does not
 * wait for messages. It is started again when it ends.
 * @param observe looks at the data by a rule, where its columns are
 * @param onProblem called with a failure that will be retried; holds no personal data
 */
export function startAlerts(observe: Observe, onProblem: (why: string) => void): void {
  const thread = startThread("alerts.mjs");
  const reply = (message: AlertsReply) => {
    thread.postMessage(message);
  };
  thread.on("message", (news: AlertsNews) => {
    if (news.type === "problem") {
      onProblem(news.why);
      return;
    }
    const { id, args } = news;
    observe(...args).then(
      (observation) => reply({ id, observation }),
      (error: unknown) => reply({ id, why: describeError(error) }),
    );
  });
  thread.on("error", (error) => onProblem(describeError(error)));
  thread.on("exit", () => setTimeout(() => startAlerts(observe, onProblem), respawnMs).unref());
}
