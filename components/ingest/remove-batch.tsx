"use client";

import { useState } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { formatCounted } from "@/lib/format/format";
import type { BatchView } from "@/lib/pages/ingest/ingest-page-model";
import { buttonClasses } from "../ui/button-classes";
import { ChangeForm } from "../ui/form";
import { Dialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";

export type OnRemoveBatch = (input: { readonly batch: number }) => Promise<MutationOutcome>;

type RemoveBatchProps = {
  batch: Pick<BatchView, "id" | "accepted" | "events" | "records" | "refusals">;
  onRemove: OnRemoveBatch;
};

/** Removes what one batch brought, after saying what goes. */
export function RemoveBatch({ batch, onRemove }: RemoveBatchProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${buttonClasses.quiet} cursor-pointer`}
        aria-label={`Remove batch ${String(batch.id)}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        Remove
      </button>
      <Dialog
        title={`Remove batch ${String(batch.id)}?`}
        description="This cannot be taken back."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <RemoveForm
          batch={batch}
          onRemove={onRemove}
          onDone={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

function RemoveForm({ batch, onRemove, onDone }: RemoveBatchProps & { onDone: () => void }) {
  const { isBusy, problem, submit } = useMutation();
  const parts = [
    ...(batch.accepted > 0 ? [formatCounted(batch.accepted, "span")] : []),
    ...(batch.events > 0 ? [formatCounted(batch.events, "log event")] : []),
    ...(batch.records > 0 ? [formatCounted(batch.records, "CRM record")] : []),
    ...(batch.refusals > 0 ? [formatCounted(batch.refusals, "refusal")] : []),
  ];
  return (
    <ChangeForm
      label="Remove"
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        submit(() => onRemove({ batch: batch.id }), onDone);
      }}
    >
      <p>
        What it brought ({parts.join(", ")}) goes, as if it had never come, and its cases are
        derived again without it. Spans that a later batch replaced stay.
      </p>
    </ChangeForm>
  );
}
