import { NoteDialog } from "../case/note-dialog";
import { AssignDialog } from "./assign-dialog";
import type { LiveActions } from "./live-actions";
import { SnoozeDialog } from "./snooze-dialog";

/** The dialog of a step with a case. */
export type OpenedDialog = {
  readonly step: "assign" | "snooze" | "note";
  readonly caseId: string;
};

type LiveDialogProps = { opened: OpenedDialog; actions: LiveActions; onClose: () => void };

/** Asks for what a step needs. */
export function LiveDialog({ opened: { step, caseId }, actions, onClose }: LiveDialogProps) {
  switch (step) {
    case "assign":
      return <AssignDialog {...actions} caseId={caseId} onClose={onClose} />;
    case "snooze":
      return <SnoozeDialog {...actions} caseId={caseId} onClose={onClose} />;
    case "note":
      return (
        <NoteDialog
          model={{ caseId }}
          isOpen
          onOpenChange={onClose}
          onNoteAdd={actions.onNoteAdd}
        />
      );
  }
}
