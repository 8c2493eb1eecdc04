import type { ProblemView, QueueView } from "@/lib/pages/data-health/data-health-model";
import { ownEntry } from "@/lib/domain/own-entry";
import { formatCount, formatCounted } from "@/lib/format/format";
import { Card } from "@/components/ui/card";
import { Instant } from "@/components/ui/instant";
import { StatusBadge } from "@/components/ui/status-badge";
import { FailureList } from "./failure-list";

type QueueCardProps = {
  queue: QueueView;
  lastProblem: ProblemView | null;
  /** By the tokens' public ids. */
  tokenNames: Readonly<Record<string, string>>;
};

/** The derivation queue and its latest failure. */
export function QueueCard({ queue, lastProblem, tokenNames }: QueueCardProps) {
  const { depth, stages, age, senders, furtherSenders, failed } = queue;
  return (
    <Card
      title={
        age === null ? "Queue" : `Queue: ${formatCounted(depth, "entry waits", "entries wait")}`
      }
      subtitle={
        age === null ? "Received, but not in the cases yet" : `The oldest has waited ${age}`
      }
    >
      {age === null ? (
        <p>
          <StatusBadge tone="pass" label="empty" />{" "}
          {failed === 0
            ? "Everything received is in the cases."
            : "All else that came in is derived."}
        </p>
      ) : (
        <ul>
          {stages.map(({ label, depth: count }) => (
            <li key={label} className="flex justify-between gap-2">
              {label} <span>{formatCount(count)}</span>
            </li>
          ))}
        </ul>
      )}
      {senders.length === 0 ? null : (
        <>
          <h3 className="text-text-muted">By what sent it</h3>
          <ul>
            {senders.map((sender) => (
              <li key={sender.token} className="flex justify-between gap-2">
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {sender.token === ""
                    ? "files, and what came without a token"
                    : (ownEntry(tokenNames, sender.token) ?? `token ${sender.token}`)}
                </span>
                <span className="text-right">
                  {formatCount(sender.depth)}, for {sender.age}
                </span>
              </li>
            ))}
            {furtherSenders === null ? null : (
              <li className="flex justify-between gap-2">
                {formatCounted(furtherSenders.count, "further token")}
                <span className="text-right">
                  {formatCount(furtherSenders.depth)}, for up to {furtherSenders.age}
                </span>
              </li>
            )}
          </ul>
        </>
      )}
      {failed === 0 ? null : <FailureList queue={queue} />}
      <p className="text-secondary text-pretty text-text-muted [overflow-wrap:anywhere]">
        <LastProblem problem={lastProblem} isQueueEmpty={age === null} />
      </p>
    </Card>
  );
}

type LastProblemProps = { problem: ProblemView | null; isQueueEmpty: boolean };

function LastProblem({ problem, isQueueEmpty }: LastProblemProps) {
  if (problem === null) return "No error since the server started.";
  const isOver = problem.isOfDerivation && isQueueEmpty;
  return (
    <>
      {isOver ? (
        "Last interruption:"
      ) : (
        <StatusBadge tone="fail" label="last error" variant="bare" />
      )}{" "}
      <Instant atUs={problem.atUs} style="minute" />: {problem.message}
    </>
  );
}
