"use client";

import { useState } from "react";
import { assignDialog as words } from "@/lib/pages/live/words/view";
import { ChangeForm } from "../ui/form";
import { Dialog } from "../ui/dialog";
import { SelectField } from "../ui/select-field";
import { useMutation } from "../ui/use-mutation";
import type { LiveActions } from "./live-actions";

type AssignDialogProps = Pick<LiveActions, "assignees" | "onAssign"> & {
  caseId: string;
  onClose: () => void;
};

const nobody = "";

/** Gives a case to an account, the viewer's own first, or to nobody. */
export function AssignDialog({ caseId, assignees, onAssign, onClose }: AssignDialogProps) {
  const [chosen, setChosen] = useState(assignees[0]?.id ?? nobody);
  const { isBusy, problem, submit } = useMutation();
  return (
    <Dialog title={words.title} description={words.description} isOpen onOpenChange={onClose}>
      <ChangeForm
        label={words.submit}
        isBusy={isBusy}
        problem={problem}
        onSubmit={() => {
          const assignee = chosen === nobody ? null : chosen;
          submit(() => onAssign({ caseId, assignee }), onClose);
        }}
      >
        <SelectField
          label={words.to}
          value={chosen}
          options={[
            ...assignees.map(({ id, name }) => ({ value: id, label: name })),
            { value: nobody, label: words.nobody },
          ]}
          onChange={setChosen}
        />
      </ChangeForm>
    </Dialog>
  );
}
