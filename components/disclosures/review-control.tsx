"use client";

import { useState } from "react";
import {
  reasonedDecisions,
  reviewReasonMax,
  type ReviewChange,
  type ReviewDecision,
} from "@/lib/domain/quality/disclosure-review";
import { isBlank } from "@/lib/domain/is-blank";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { shortcuts } from "@/lib/format/layout/shortcuts";
import { buttonClasses } from "../ui/button-classes";
import { Kbd } from "../ui/kbd";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import { useShortcuts } from "../ui/use-shortcuts";

/** Sends a decision. */
export type ReviewAction = (
  review: Omit<ReviewChange, "kind" | "actor">,
) => Promise<MutationOutcome>;

type ReviewControlProps = {
  target: Pick<ReviewChange, "caseId" | "ordinal" | "rule" | "version" | "status">;
  onReview: ReviewAction;
};

const choices = [
  { decision: "confirmed", words: "Confirm", key: "confirmFinding" },
  { decision: "overturned", words: "Overturn", key: "overturnFinding" },
  { decision: "second_opinion", words: "Second opinion", key: "askSecondOpinion" },
  { decision: "waived", words: "Waive", key: "waiveFinding" },
  { decision: "escalated", words: "Escalate", key: "escalateFinding" },
] as const;

/** The five decisions, by button or key, with a reason where one is needed. */
export function ReviewControl({ target, onReview }: ReviewControlProps) {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const { isBusy, problem, submit } = useMutation();
  const decide = (decision: ReviewDecision) => {
    if (isBusy) return;
    const lacksReason = reasonedDecisions.has(decision) && isBlank(reason);
    setIsMissing(lacksReason);
    if (lacksReason) {
      document.getElementById(reasonId)?.focus();
      return;
    }
    submit(
      () => onReview({ ...target, decision, reason }),
      () => {
        setReason("");
      },
    );
  };
  useShortcuts(
    Object.fromEntries(
      choices.map(({ key, decision }) => [
        key,
        () => {
          decide(decision);
        },
      ]),
    ),
  );
  return (
    <div className="grid gap-2 print:hidden">
      <div className="flex flex-wrap gap-2" role="group" aria-label="Decide">
        {choices.map(({ decision, words, key }) => (
          <button
            key={decision}
            type="button"
            className={`${buttonClasses.default} cursor-pointer disabled:opacity-60`}
            disabled={isBusy}
            onClick={() => {
              decide(decision);
            }}
          >
            {words}{" "}
            <span className="max-roomy:hidden" aria-hidden="true">
              <Kbd label={shortcuts[key].key} />
            </span>
          </button>
        ))}
      </div>
      <label className="grid gap-1">
        <span className="text-secondary text-text-muted">
          Reason, needed to overturn and to waive
        </span>
        <textarea
          id={reasonId}
          className="min-h-16 rounded-control border border-border-strong bg-panel px-2 py-1.5 text-text"
          value={reason}
          maxLength={reviewReasonMax}
          aria-invalid={isMissing}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setIsMissing(false);
          }}
        />
      </label>
      <ProblemNote problem={isMissing ? "Say in a few words why." : problem} />
      <p className="text-secondary text-text-faint">
        Your name, the time and the rule’s version go into the audit. Personal data in the reason is
        masked before it is kept.
      </p>
    </div>
  );
}

const reasonId = "review-reason";
