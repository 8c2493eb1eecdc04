"use client";

import type { AlertRuleRow } from "@/lib/pages/alerts/alerts-model";
import { ChangeForm } from "../ui/change-form";
import { ButtonDialog } from "../ui/dialog";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";

type RuleButtonsProps = { rule: AlertRuleRow; actions: AlertActions };

/** Sends a test of a rule, or removes it. */
export function RuleButtons({ rule: { id, name, mayChange, maySend }, actions }: RuleButtonsProps) {
  const test = useMutation();
  const removal = useMutation();
  return (
    <>
      {maySend ? (
        <button
          type="button"
          className="min-h-6 cursor-pointer text-link hover:underline max-roomy:min-h-8"
          disabled={test.isBusy}
          aria-label={`Send a test: ${name}`}
          onClick={() => {
            test.submit(() => actions.onTest({ id }));
          }}
        >
          Send a test
        </button>
      ) : null}
      {mayChange ? (
        <ButtonDialog
          label="Remove…"
          title="Remove this alert?"
          description="Its history goes with it; the audit keeps who removed it."
        >
          {(close) => (
            <ChangeForm
              label="Remove"
              isBusy={removal.isBusy}
              problem={removal.problem}
              onSubmit={() => {
                removal.submit(() => actions.onRemove({ id }), close);
              }}
            />
          )}
        </ButtonDialog>
      ) : null}
      <ProblemNote problem={test.problem} />
    </>
  );
}
