"use client";

import { useState } from "react";
import type { ChangedCase } from "@/lib/pages/case/case-page-model";
import { Dialog } from "../ui/dialog";
import type { CaseActions } from "./case-actions";
import { CaseIdField } from "./case-id-field";
import { ChangeForm } from "../ui/change-form";
import { useMutation } from "../ui/use-mutation";

type MergeDialogProps = Pick<CaseActions, "onMerge"> & {
  model: ChangedCase;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Asks which case this one belongs to, and says what will move there. */
export function MergeDialog({ model, isOpen, onOpenChange, onMerge }: MergeDialogProps) {
  return (
    <Dialog
      title="Merge into another case"
      description="Everything of this case is read as the other one’s. This one stays as a duplicate, and you can take it back."
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <MergeForm
        model={model}
        onMerge={onMerge}
        onDone={() => {
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type MergeFormProps = Pick<MergeDialogProps, "model" | "onMerge"> & { onDone: () => void };

function MergeForm({ model, onMerge, onDone }: MergeFormProps) {
  const [toCaseId, setToCaseId] = useState("");
  const { isBusy, problem, submit } = useMutation();
  const { caseId, around } = model;
  return (
    <ChangeForm
      label="Merge"
      isBusy={isBusy}
      onSubmit={() => {
        submit(() => onMerge({ fromCaseId: caseId, toCaseId }), onDone);
      }}
    >
      <CaseIdField
        label="Id of the other case"
        value={toCaseId}
        others={around.others}
        problem={problem}
        onChange={setToCaseId}
      />
      <p className="text-secondary text-text-muted">
        What moves: <b>{around.holds}</b>.
      </p>
    </ChangeForm>
  );
}
