"use client";

import { useState } from "react";
import type { ChangedCase } from "@/lib/pages/case/case-page-model";
import { Dialog } from "../ui/dialog";
import type { CaseActions } from "./case-actions";
import { CaseIdField } from "./case-id-field";
import { ChangeForm } from "../ui/form";
import { useMutation } from "../ui/use-mutation";
import { mergeDialog, movedCases } from "@/lib/pages/case/words/changes";

type MergeDialogProps = Pick<CaseActions, "onMerge"> & {
  model: ChangedCase;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Asks which case this one belongs to, and says what will move there. */
export function MergeDialog({ model, isOpen, onOpenChange, onMerge }: MergeDialogProps) {
  return (
    <Dialog
      title={mergeDialog.title}
      description={mergeDialog.description}
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
      label={mergeDialog.submit}
      isBusy={isBusy}
      onSubmit={() => {
        submit(() => onMerge({ fromCaseId: caseId, toCaseId }), onDone);
      }}
    >
      <CaseIdField
        label={movedCases.otherId}
        value={toCaseId}
        others={around.others}
        problem={problem}
        onChange={setToCaseId}
      />
      <p className="text-secondary text-text-muted">
        {movedCases.moves} <b>{around.holds}</b>.
      </p>
    </ChangeForm>
  );
}
