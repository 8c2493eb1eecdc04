"use client";

import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { LabelView } from "@/lib/format/scores/label-view";
import { useMutation } from "../ui/use-mutation";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { ProblemNote } from "../ui/problem-note";

type LabelLineProps = {
  label: LabelView;
  /** null for those who may not label. */
  onWithdraw: ((id: number) => Promise<MutationOutcome>) | null;
};

/** One label: value, author, time, reason, and whether it was superseded. */
export function LabelLine({ label, onWithdraw }: LabelLineProps) {
  const { id, says, tone, by, isOwn, atUs, reason, since } = label;
  const { isBusy, problem, submit } = useMutation();
  return (
    <div className="text-secondary [overflow-wrap:anywhere] text-text-muted">
      <StatusBadge tone={tone} label={says} variant="bare" /> by {by},{" "}
      <Instant atUs={atUs} style="minute" />
      {reason === "" ? null : (
        <>
          : <MaskedText text={reason} />
        </>
      )}
      {since === "" ? null : <span className="text-text-faint"> {since}</span>}{" "}
      {isOwn && onWithdraw !== null ? (
        <button
          type="button"
          className="min-h-6 cursor-pointer rounded-chip px-1 text-link hover:underline disabled:cursor-default disabled:text-text-faint max-roomy:min-h-8"
          aria-label={`Withdraw: ${says}`}
          disabled={isBusy}
          onClick={() => {
            submit(() => onWithdraw(id));
          }}
        >
          {isBusy ? "Saving…" : "Withdraw"}
        </button>
      ) : null}
      <ProblemNote problem={problem} />
    </div>
  );
}
