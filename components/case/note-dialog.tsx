"use client";

import { useState } from "react";
import { noteLengthMax } from "@/lib/domain/case/decision";
import { isBlank } from "@/lib/domain/is-blank";
import type { ChangedCase } from "@/lib/pages/case/case-page-model";
import { Dialog } from "../ui/dialog";
import type { CaseActions } from "./case-actions";
import { ChangeForm } from "../ui/form";
import { TextArea } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";
import { noteDialog } from "@/lib/pages/case/words/changes";

type NoteDialogProps = Pick<CaseActions, "onNoteAdd"> & {
  model: Pick<ChangedCase, "caseId">;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The form of a new note. */
export function NoteDialog({ model, isOpen, onOpenChange, onNoteAdd }: NoteDialogProps) {
  return (
    <Dialog
      title={noteDialog.title}
      description={noteDialog.description}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <NoteForm
        caseId={model.caseId}
        onNoteAdd={onNoteAdd}
        onDone={() => {
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type NoteFormProps = Pick<CaseActions, "onNoteAdd"> & { caseId: string; onDone: () => void };

function NoteForm({ caseId, onNoteAdd, onDone }: NoteFormProps) {
  const [text, setText] = useState("");
  const { isBusy, problem, submit } = useMutation();
  return (
    <ChangeForm
      label={noteDialog.submit}
      isBusy={isBusy}
      isReady={!isBlank(text)}
      problem={problem}
      onSubmit={() => {
        submit(() => onNoteAdd({ caseId, text }), onDone);
      }}
    >
      <TextArea
        label={noteDialog.note}
        value={text}
        maxLength={noteLengthMax}
        isRequired
        onChange={setText}
      />
    </ChangeForm>
  );
}
