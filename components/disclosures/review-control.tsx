"use client";

import Link from "next/link";
import { useState } from "react";
import {
  needsReason,
  reviewDecisions,
  reviewReasonMax,
  type ReviewChange,
  type ReviewDecision,
} from "@/lib/domain/quality/disclosure-review";
import { isBlank } from "@/lib/domain/is-blank";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { shortcuts } from "@/lib/format/layout/shortcuts";
import type { FindingPanel, ReviewTarget } from "@/lib/pages/disclosures/disclosures-model";
import { buttonClasses } from "../ui/button-classes";
import { CheckField } from "../ui/check-field";
import { Instant } from "../ui/instant";
import { Kbd } from "../ui/kbd";
import { MaskedText } from "../ui/masked-text";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import { useShortcuts } from "../ui/use-shortcuts";

/** Sends a decision on one or several findings. */
export type ReviewAction = (
  review: Pick<ReviewChange, "decision" | "reason"> & { findings: readonly ReviewTarget[] },
) => Promise<MutationOutcome>;

type ReviewControlProps = Pick<FindingPanel, "target" | "alike"> & {
  onReview: ReviewAction;
  /** Those that can be taken. */
  decisions?: readonly ReviewDecision[] | undefined;
};

const allChoices = [
  { decision: "confirmed", words: "Confirm", key: "confirmFinding" },
  { decision: "overturned", words: "Overturn", key: "overturnFinding" },
  { decision: "second_opinion", words: "Second opinion", key: "askSecondOpinion" },
  { decision: "waived", words: "Waive", key: "waiveFinding" },
  { decision: "escalated", words: "Escalate", key: "escalateFinding" },
] as const;

/** The decisions, by button or key, with a reason where one is needed. */
export function ReviewControl({
  target,
  alike,
  onReview,
  decisions = reviewDecisions,
}: ReviewControlProps) {
  const choices = allChoices.filter(({ decision }) => decisions.includes(decision));
  const [reason, setReason] = useState("");
  const [withAlike, setWithAlike] = useState(false);
  /** What lacks its reason. */
  const [pending, setPending] = useState<ReviewDecision | null>(null);
  const { isBusy, problem, submit } = useMutation();
  const others = withAlike && alike !== null ? alike.listed.map((each) => each.target) : [];
  const decide = (decision: ReviewDecision) => {
    if (isBusy) return;
    const lacksReason = needsReason[decision] && isBlank(reason);
    setPending(lacksReason ? decision : null);
    if (lacksReason) {
      document.getElementById(reasonId)?.focus();
      return;
    }
    submit(
      () => onReview({ findings: [target, ...others], decision, reason }),
      () => {
        setReason("");
        setWithAlike(false);
      },
    );
  };
  useShortcuts({
    ...Object.fromEntries(
      choices.map(({ key, decision }) => [
        key,
        () => {
          decide(decision);
        },
      ]),
    ),
    includeAlike: () => {
      setWithAlike(alike !== null && !withAlike);
    },
  });
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
          aria-invalid={pending !== null && isBlank(reason)}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          onKeyDown={({ key, ctrlKey, metaKey }) => {
            if (key === "Enter" && (ctrlKey || metaKey) && pending !== null) decide(pending);
          }}
        />
      </label>
      <ProblemNote
        problem={pending === null ? problem : "Say in a few words why, then press Ctrl and Enter."}
      />
      {alike === null ? null : (
        <Alike
          alike={alike}
          isChecked={withAlike}
          onChange={(isChecked) => {
            setWithAlike(isChecked);
          }}
        />
      )}
      <p className="text-secondary text-text-faint">
        Your name, the time and the rule’s version go into the audit. Personal data in the reason is
        masked before it is kept.
      </p>
    </div>
  );
}

type AlikeProps = {
  alike: NonNullable<FindingPanel["alike"]>;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
};

function Alike({ alike: { words, listed }, isChecked, onChange }: AlikeProps) {
  return (
    <div className="grid gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <CheckField label={words} isChecked={isChecked} onChange={onChange} />
        <span className="max-roomy:hidden" aria-hidden="true">
          <Kbd label={shortcuts.includeAlike.key} />
        </span>
      </span>
      <details className="text-secondary">
        <summary className="min-h-6 cursor-pointer text-text-muted">Which they are</summary>
        <p className="text-text-muted">
          The same rule and version found the same in the same words, or without words in contacts
          of the same release. Each gets a decision and an audit row of its own.
        </p>
        <ul className="max-h-60 overflow-y-auto">
          {listed.map(({ caseId, caseHref, atUs, target }) => (
            <li key={`${caseId} ${String(target.ordinal)}`}>
              <Link
                className="inline-flex min-h-6 items-center font-mono [overflow-wrap:anywhere] text-link hover:underline"
                href={caseHref}
                prefetch={false}
              >
                <MaskedText text={caseId} />
              </Link>{" "}
              <span className="text-text-muted">
                <Instant atUs={atUs} style="weekdayTime" />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const reasonId = "review-reason";
