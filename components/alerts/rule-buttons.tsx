"use client";

import type { AlertRuleRow } from "@/lib/pages/alerts/alerts-model";
import { removeDialog, ruleItem, sendTestOf } from "@/lib/pages/alerts/words/view";
import { ChangeForm } from "../ui/form";
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
          aria-label={sendTestOf(name)}
          onClick={() => {
            test.submit(() => actions.onTest({ id }));
          }}
        >
          {ruleItem.test}
        </button>
      ) : null}
      {mayChange ? (
        <ButtonDialog
          label={ruleItem.remove}
          title={removeDialog.title}
          description={removeDialog.description}
        >
          {(close) => (
            <ChangeForm
              label={removeDialog.submit}
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
