"use client";

import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { ChangeForm } from "../ui/form";
import { ButtonDialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";

/** What deletes a verdict. */
export type OnDeleteVerdict = (input: { readonly id: number }) => Promise<MutationOutcome>;

/** Deletes what a verdict says, after a question. */
export function DeleteVerdict({ id, onDelete }: { id: number; onDelete: OnDeleteVerdict }) {
  const { isBusy, problem, submit } = useMutation();
  return (
    <ButtonDialog
      label="Delete"
      title="Delete this verdict"
      description="Its figures and inputs are gone for good. The attempt still counts, and the audit says that you deleted it."
    >
      {(close) => (
        <ChangeForm
          label="Delete the verdict"
          isBusy={isBusy}
          problem={problem}
          onSubmit={() => {
            submit(() => onDelete({ id }), close);
          }}
        />
      )}
    </ButtonDialog>
  );
}
